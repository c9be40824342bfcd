package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, byte by byte. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CompressionTest {

    private static final String ALL = "/api/v1/agreements";

    /** Kind, and how it is called in a title. */
    private static final String KINDS = """
            MEMORANDUM | Bản ghi nhớ | 谅解备忘录 | Memorandum
            ARRANGEMENT | Thỏa thuận hợp tác | 合作协议 | Arrangement
            AGREED_MINUTES | Biên bản thỏa thuận | 会谈纪要 | Agreed minutes
            PLAN | Kế hoạch hợp tác | 合作计划 | Cooperation plan
            LETTER_OF_INTENT | Ý định thư | 意向书 | Letter of intent
            """;

    /** Fields, and what two neighbours agree about; each makes two agreements. */
    private static final String SUBJECTS = """
            "TRADE" | thông quan hàng hóa tại cửa khẩu Hữu Nghị | 友谊关口岸货物通关 | customs clearance at the Huu Nghi border gate
            "HEALTH", "EPIDEMIC_CONTROL" | phòng chống sốt xuất huyết và cúm gia cầm | 登革热和禽流感联防联控 | dengue fever and avian influenza control
            "TOURISM" | khai thác tuyến du lịch tự lái | 自驾游线路开发 | self-drive tourist routes
            "EDUCATION" | trao đổi giáo viên và lưu học sinh | 教师互访与留学生交流 | exchange of teachers and scholars
            "AGRICULTURE" | kiểm dịch thanh long, mít và sầu riêng | 火龙果、菠萝蜜和榴莲检疫 | quarantine of dragon fruit, jackfruit and durian
            "CULTURE" | liên hoan hát then và dân ca Choang | 天琴与壮族民歌节 | a festival of Then singing and Zhuang folk songs
            "LABOUR" | quản lý lao động mùa vụ qua biên giới | 跨境季节性务工管理 | seasonal workers across the border
            "FORESTRY" | phòng cháy chữa cháy rừng giáp ranh | 边界林区森林防火 | forest fires along the boundary
            "ENVIRONMENT" | quan trắc chất lượng nước sông Kỳ Cùng | 奇穷河水质监测 | water quality of the Ky Cung river
            "POVERTY_REDUCTION" | xây dựng làng điểm giảm nghèo | 减贫示范村建设 | model villages of poverty reduction
            "WATER_SANITATION" | cấp nước sạch cho các xã vùng cao | 高山乡镇饮用水供应 | drinking water for upland communes
            "CHILD_PROTECTION" | phòng ngừa mua bán trẻ em | 预防拐卖儿童 | preventing child trafficking
            "GENDER_EQUALITY" | hỗ trợ phụ nữ khởi nghiệp | 支持妇女创业 | women starting a business
            "DISABILITY_INCLUSION" | phục hồi chức năng cho người khuyết tật | 残疾人康复 | rehabilitation of disabled people
            "CAPACITY_BUILDING" | bồi dưỡng cán bộ chuyển đổi số | 干部数字化转型培训 | training officials for the digital transition
            "HOUSING" | xóa nhà tạm, nhà dột nát | 危房改造 | replacing makeshift dwellings
            "FRIENDSHIP" | kết nghĩa giữa các bản và thôn giáp biên | 边境村屯结对 | twinning hamlets beside the frontier
            "TRADE" | thí điểm cửa khẩu thông minh | 智慧口岸试点 | a pilot smart checkpoint
            "HEALTH" | khám bệnh từ xa giữa hai bệnh viện | 两家医院远程会诊 | telemedicine between two hospitals
            "TOURISM", "CULTURE" | bảo tồn di tích Bạch Hổ Sơn và ải Nam Quan | 白虎山遗址保护 | conserving the ruins at White Tiger Hill
            "AGRICULTURE" | nhân giống hồi, quế và mía | 八角、肉桂和甘蔗良种繁育 | breeding star anise, cinnamon and sugarcane
            "EDUCATION" | dạy tiếng Việt và tiếng Trung tại trường nghề | 职业学校越语和汉语教学 | language lessons in vocational colleges
            "TRADE", "OTHER" | đường sắt liên vận và kho lạnh Đồng Đăng | 同登国际联运铁路与冷库 | through trains and cold storage in Dong Dang
            "ENVIRONMENT" | cảnh báo sớm lũ quét và sạt lở đất | 山洪和滑坡早期预警 | early warning of flash floods and landslides
            "LABOUR", "OTHER" | thanh toán bằng đồng nhân dân tệ và đồng Việt Nam | 人民币和越南盾结算 | settlement in yuan and dong
            """;

    private final Database database = new Database();
    private final HttpClient wire = HttpClient.newHttpClient();
    private final Api editor = Api.checked().as("XA.01", "reader", "editor");
    private final String token = Tokens.of("XA.01", "reader", "editor");

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path));
        request.setHeader("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return wire.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }

    private String created() {
        return editor.post(ALL, AgreementMother.shared(AgreementMother.code()))
                .expect(201)
                .header("Location");
    }

    @Test
    void who_takes_gzip_gets_it_and_who_does_not_gets_plain_text() throws Exception {
        for (String path : new String[] {created(), ALL, "/api/v1/changes", ALL + "/none-such", ALL + "?limit=0"}) {
            var plain = get(path);
            var packed = get(path, "Accept-Encoding", "gzip");

            assertThat(header(plain, "Content-Encoding")).as(path).isIn("none", "identity");
            assertThat(header(packed, "Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(unpacked(packed.body())).as(path).isEqualTo(plain.body());
            assertThat(header(packed, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
        }
        var contract = get("/openapi", "Accept-Encoding", "gzip", "Accept", "application/yaml");
        assertThat(header(contract, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new String(unpacked(contract.body()), StandardCharsets.UTF_8))
                .startsWith("---\nopenapi");
    }

    @Test
    void each_coding_has_a_tag_of_its_own_and_a_change_goes_by_the_version_alone() throws Exception {
        String address = created();
        for (String path : new String[] {address, ALL + "?limit=1"}) {
            String plain = header(get(path), "ETag");
            String packed = header(get(path, "Accept-Encoding", "gzip"), "ETag");

            assertThat(packed).as(path).isNotEqualTo(plain);
            assertThat(get(path, "If-None-Match", plain).statusCode()).isEqualTo(304);
            assertThat(get(path, "If-None-Match", packed).statusCode()).isEqualTo(200);
            var known = get(path, "Accept-Encoding", "gzip", "If-None-Match", packed);
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(header(known, "ETag")).isEqualTo(packed);
            assertThat(header(known, "Vary")).contains("Accept-Encoding");
        }
        editor.with("If-Match", header(get(address), "ETag"))
                .patch(address, "{\"note\": {\"en\": \"read plain, written by one who takes gzip\"}}")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "deflate",
                "gzip;q=0",
                "*",
                "*;q=0",
                "identity",
                "br",
                "gzip;q=0.5, deflate",
                "gzip, deflate;q=0.5",
                "gzip;q=x",
                "deflate, gzip;q=1.0, *;q=0.5",
                "",
                "gzip;q=0, *",
                "x-gzip"
            })
    void the_tag_knows_which_coding_the_server_chose(String accepted) throws Exception {
        String address = created();
        var plain = get(address);

        var answer = get(address, "Accept-Encoding", accepted);

        boolean packed = header(answer, "Content-Encoding").equals("gzip");
        assertThat(header(answer, "ETag").equals(header(plain, "ETag"))).isNotEqualTo(packed);
        assertThat(packed ? unpacked(answer.body()) : answer.body()).isEqualTo(plain.body());
    }

    @Test
    void a_page_of_fifty_agreements_is_below_20_kilobytes() throws Exception {
        Api langSon = Api.checked().as("VN.20", "reader", "editor");
        String[] kinds = KINDS.split("\n");
        String[] subjects = SUBJECTS.split("\n");
        for (int i = 0; i < 50; i++) {
            String code = AgreementMother.code();
            langSon.post(ALL, real(code, i, kinds[i % kinds.length].split(" \\| "), subjects[i / 2].split(" \\| ")))
                    .expect(201);
            // each upload is examined in a process of its own; what is said of a document is all that counts here
            database.update("update agreement set documents = ?::jsonb where code = ?", documents(i), code);
        }

        var page = get(
                ALL + "?parties=VN.20,CN.451400&limit=50",
                "Accept-Encoding",
                "gzip",
                "Authorization",
                "Bearer " + Tokens.of("VN.20", "reader", "editor"));

        String text = new String(unpacked(page.body()), StandardCharsets.UTF_8);
        assertThat(text.split("\"externalIds\":")).hasSize(51);
        assertThat(text.split("\"sha256\":")).hasSize(101);
        assertThat(page.body().length)
                .as("bytes of %s plain ones", text.length())
                .isLessThan(20_000);
    }

    private static String real(String code, int i, String[] kind, String[] about) {
        LocalDate signed = LocalDate.of(2016, 3, 8).plusDays(71L * i);
        return """
                {"code": "%s", "kind": "%s", "level": "PROVINCIAL", "visibility": "PARTIES",
                 "title": {"vi": "%s về %s", "zh": "关于%s的%s", "en": "%s on %s"},
                 "parties": [{"region": "VN.20", "body": {"region": "VN.20", "channel": "STATE", "name":
                                 {"vi": "Ủy ban nhân dân tỉnh Lạng Sơn", "zh": "谅山省人民委员会",
                                  "en": "People's Committee of Lang Son Province"}}},
                             {"region": "CN.451400", "body": {"region": "CN.451400", "channel": "STATE", "name":
                                 {"vi": "Chính phủ Nhân dân thành phố Sùng Tả", "zh": "崇左市人民政府",
                                  "en": "People's Government of Chongzuo City"}}}],
                 "fields": [%s], "signedOn": "%s", "period": {"from": "%s", "to": "%s"},
                 "legalBasis": [{"vi": "%s"}],
                 "authenticLanguages": ["vi", "zh"],
                 "note": {"vi": "Bản gốc lưu tại Sở Ngoại vụ, hồ sơ số %d/HS-NV",
                          "en": "Original kept by the Department of Foreign Affairs, file %d/HS-NV"},
                 "source": {"title": {"vi": "Lễ ký %s về %s"}, "publisher": "Báo Lạng Sơn", "publishedOn": "%s",
                            "url": "https://baolangson.vn/le-ky-ket-%d.html"},
                 "externalIds": [{"system": "hoso.langson.gov.vn", "id": "%d/TTQT-%d"}]}
                """.formatted(
                        code,
                        kind[0],
                        kind[1],
                        about[1],
                        about[2],
                        kind[2],
                        kind[3],
                        about[3],
                        about[0],
                        signed,
                        signed.plusDays(30),
                        signed.plusDays(30).plusYears(3 + i % 3),
                        signed.isBefore(LocalDate.of(2021, 7, 1))
                                ? "Pháp lệnh 33/2007/PL-UBTVQH11"
                                : "Luật Thỏa thuận quốc tế 70/2020/QH14",
                        100 + i * 7,
                        100 + i * 7,
                        kind[1].toLowerCase(Locale.ROOT),
                        about[1],
                        signed.plusDays(1),
                        5_000_000 + i * 7919,
                        i * 13 % 90 + 1,
                        signed.getYear());
    }

    /** The wording in each language, as they stand in the row of an agreement. */
    private static String documents(int i) throws NoSuchAlgorithmException {
        StringJoiner documents = new StringJoiner(", ", "[", "]");
        for (String language : new String[] {"vi", "zh"}) {
            String name = "thoa-thuan-%02d-%s.pdf".formatted(i, language);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            documents.add("""
                    {"id": "%s", "role": "AUTHENTIC_TEXT", "language": "%s", "authentic": true, "withdrawn": false,
                     "versions": [{"number": 1, "fileName": "%s", "mediaType": "application/pdf", "size": %d, "sha256": "%s",
                                   "articles": %d, "uploadedAt": "%s", "by": "VN.20"}]}
                    """.formatted(
                            UUID.nameUUIDFromBytes(digest),
                            language,
                            name,
                            180_000 + Byte.toUnsignedInt(digest[0]) * 1_003,
                            HexFormat.of().formatHex(digest),
                            8 + i % 7,
                            Instant.parse("2026-01-05T02:00:00.123456Z").plusSeconds(86_431L * i)));
        }
        return documents.toString();
    }
}
