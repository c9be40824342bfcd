package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.povertylist.PovertyListMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.record.OldRecords;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code q=} on the lists. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SearchTest {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String DONATIONS = "/api/v1/donations";
    private static final String POVERTY_LISTS = "/api/v1/poverty-lists";
    private static final String TITLE =
            "{\"vi\": \"Bản ghi nhớ về Thuỷ lợi Đồng Quxa\", \"zh\": \"水利合作谅解备忘录\", \"en\": \"Waterworks, no."
                    + " 30a/2008\"}";

    @Inject
    OldRecords old;

    private final Api api = Api.checked();
    private final Api editor = api.as("XA.01", "reader", "editor");
    private final Database database = new Database();

    private static String titled(String draft, String title) {
        return draft.replaceAll("(?s)\"title\": \\{[^}]*\\}", "\"title\": " + title.replace("\\", "\\\\"));
    }

    private static String path(String list, String q) {
        return list + "?limit=200&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    private static List<String> codes(Api reader, String list, String q) {
        List<String> codes = new ArrayList<>();
        reader.get(path(list, q))
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> codes.add(item.at("/code").asText()));
        return codes;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "thuy quxa",
                "thuỷ quxa",
                "Thủy Quxa",
                "THU\u0309Y quxa",
                "đong quxa",
                "quxa waterw",
                "30a/2008 quxa",
                "quxa 水",
                "quxa 谅解",
                "quxa 谅解备忘录",
                "quxa 水利 waterworks",
                "quxa committee",
                "quxa 甲一 乙一州",
                "quxa tinh một",
                "%quxa_",
                "'quxa\"\\"
            })
    void an_agreement_is_found_by_words_of_its_title_and_parties(String q) {
        String code = AgreementMother.code();
        editor.post(AGREEMENTS, titled(AgreementMother.shared(code), TITLE)).expect(201);

        assertThat(codes(editor, AGREEMENTS, q)).contains(code);
        assertThat(codes(editor, AGREEMENTS, code)).contains(code);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"uxa", "quxa 录备", "quxa waterfall", "quxa 水备", "quxa waterworksx"})
    void other_words_do_not_find_it(String q) {
        String code = AgreementMother.code();
        editor.post(AGREEMENTS, titled(AgreementMother.shared(code), TITLE)).expect(201);

        assertThat(codes(editor, AGREEMENTS, q)).doesNotContain(code);
    }

    @Test
    void what_one_may_not_see_is_not_found() {
        String code = AgreementMother.code();
        editor.post(AGREEMENTS, titled(AgreementMother.ownSide(code), TITLE)).expect(201);

        assertThat(codes(editor, AGREEMENTS, "quxa " + code)).contains(code);
        assertThat(codes(api.as("XB.010100", "reader"), AGREEMENTS, "quxa " + code))
                .doesNotContain(code);
        assertThat(codes(api, AGREEMENTS, "quxa " + code)).doesNotContain(code);
    }

    @Test
    void a_change_of_the_title_changes_what_finds_it() {
        String code = AgreementMother.code();
        String etag = editor.post(AGREEMENTS, titled(AgreementMother.shared(code), TITLE))
                .expect(201)
                .etag();

        editor.with("If-Match", etag)
                .patch(AGREEMENTS + "/" + code, "{\"title\": {\"vi\": \"Đường sắt\", \"en\": null, \"zh\": null}}")
                .expect(200);

        assertThat(codes(editor, AGREEMENTS, "sat " + code)).contains(code);
        assertThat(codes(editor, AGREEMENTS, "quxa " + code)).doesNotContain(code);
    }

    @Test
    void pages_of_a_search_follow_each_other() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String code = AgreementMother.code();
            editor.post(AGREEMENTS, titled(AgreementMother.shared(code), "{\"vi\": \"Trang zywq\"}"))
                    .expect(201);
            all.add(0, code);
        }
        List<String> found = new ArrayList<>();
        String next = AGREEMENTS + "?limit=2&q=zywq";
        while (!next.equals("null")) {
            var page = editor.get(next).expect(200);
            page.json().at("/items").forEach(item -> found.add(item.at("/code").asText()));
            next = page.at("/next");
        }

        assertThat(found).containsExactlyElementsOf(all);
    }

    @Test
    void programmes_and_twinnings_are_found_too() {
        String code = ProgrammeMother.code();
        editor.post("/api/v1/programmes", titled(ProgrammeMother.shared(code), TITLE))
                .expect(201);
        assertThat(codes(editor, "/api/v1/programmes", "thuy 谅解 " + code)).contains(code);

        String id = editor.post("/api/v1/twinnings", """
            {"level": "BORDER_POST", "parties": ["XA.01", "XB.010100"],
             "sides": [{"country": "XA", "regions": ["XA.01"]},
                       {"country": "XB", "name": {"vi": "Đồn Thuỷ Ngọc"}}]}
            """).expect(201).at("/id");
        assertThat(editor.get(path("/api/v1/twinnings", "thủy ngoc tinh mot"))
                        .expect(200)
                        .json()
                        .findValuesAsText("id"))
                .contains(id);
    }

    private List<String> ids(Api reader, String list, String q) {
        return reader.get(path(list, q)).expect(200).json().findValuesAsText("id");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "khau trang quxb",
                "Khẩu quxb",
                "quxb 口罩",
                "quxb 县卫",
                "quxb hiep hoi",
                "quxb b mot",
                "masks quxb 甲一"
            })
    void a_donation_is_found_by_who_gave_what_to_whom(String q) {
        String id = editor.post(DONATIONS, donation("PARTIES")).expect(201).at("/id");

        assertThat(ids(editor, DONATIONS, q)).contains(id);
        assertThat(ids(editor, DONATIONS, q + " waterworks")).doesNotContain(id);
        assertThat(ids(editor, DONATIONS, "quxb ask")).doesNotContain(id);
    }

    private static String donation(String visibility) {
        return DonationMother.shared("search")
                .replace("PARTIES", visibility)
                .replace("{\"en\": \"Masks\"}", "{\"vi\": \"Khẩu trang quxb\", \"zh\": \"口罩\", \"en\": \"Masks\"}")
                .replace("\"recipient\": {", "\"recipient\": {\"zh\": \"县卫生局\", ")
                .replace("\"mobilisedBy\": [{", "\"mobilisedBy\": [{\"vi\": \"Hiệp hội\", ");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "huyen ngheo quxc",
                "Huyện quxc",
                "districts quxc",
                "quxc 61/2008",
                "quxc nghi quyet",
                "quxc tinh mot"
            })
    void a_poverty_list_is_found_by_its_title_and_basis(String q) {
        String id =
                editor.post(POVERTY_LISTS, povertyList("PARTIES")).expect(201).at("/id");

        assertThat(ids(editor, POVERTY_LISTS, q)).contains(id);
        assertThat(ids(editor, POVERTY_LISTS, q + " waterworks")).doesNotContain(id);
    }

    private static String povertyList(String visibility) {
        return PovertyListMother.districts()
                .replace("PARTIES", visibility)
                .replace("Nghị quyết thử", "Nghị quyết 61/2008/QUXC");
    }

    @Test
    void donations_and_poverty_lists_that_one_may_not_see_are_not_found() {
        String donation =
                editor.post(DONATIONS, donation("OWN_SIDE")).expect(201).at("/id");
        String list =
                editor.post(POVERTY_LISTS, povertyList("OWN_SIDE")).expect(201).at("/id");

        assertThat(ids(editor, DONATIONS, "quxb")).contains(donation);
        assertThat(ids(editor, POVERTY_LISTS, "quxc")).contains(list);
        for (Api other : new Api[] {api, api.as("XB.010100", "reader"), api.as("VN.15", "reader")}) {
            assertThat(ids(other, DONATIONS, "quxb")).doesNotContain(donation);
            assertThat(ids(other, POVERTY_LISTS, "quxc")).doesNotContain(list);
        }
    }

    @Test
    void donations_and_poverty_lists_of_before_there_was_a_search_are_found_too() {
        String donation =
                editor.post(DONATIONS, donation("PARTIES")).expect(201).at("/id");
        String list =
                editor.post(POVERTY_LISTS, povertyList("PARTIES")).expect(201).at("/id");
        database.update("update donation set search_terms = '{}', search_text = '' where id = ?::uuid", donation);
        database.update("update poverty_list set search_terms = '{}', search_text = '' where id = ?::uuid", list);
        assertThat(ids(editor, DONATIONS, "quxb")).doesNotContain(donation);

        old.index();

        assertThat(ids(editor, DONATIONS, "quxb")).contains(donation);
        assertThat(ids(editor, POVERTY_LISTS, "quxc")).contains(list);
    }

    @ParameterizedTest
    @ValueSource(strings = {DONATIONS, POVERTY_LISTS})
    void a_question_without_words_is_refused_there_too(String list) {
        assertThat(api.get(list + "?q=%25_").expect(400).at("/violations/0/code"))
                .isEqualTo("no-words");
    }

    @ParameterizedTest
    @CsvSource({"+, no-words", "%CC%81, no-words", "%25_, no-words", "LONG, too-long-text"})
    void a_question_that_asks_for_nothing_is_refused(String q, String code) {
        var refused = api.get(AGREEMENTS + "?q=" + (q.equals("LONG") ? "a".repeat(201) : q))
                .expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?q");
        assertThat(refused.at("/violations/0/code")).isEqualTo(code);
    }

    @Test
    void every_write_puts_what_can_be_found_of_the_record_anew() {
        String code = AgreementMother.code();
        String etag = editor.post(AGREEMENTS, AgreementMother.shared(code))
                .expect(201)
                .etag();
        database.update("update agreement set search_text = ' tampered' where code = ?", code);

        editor.with("If-Match", etag)
                .patch(AGREEMENTS + "/" + code, "{\"note\": {\"en\": \"A note\"}}")
                .expect(200);

        assertThat(codes(editor, AGREEMENTS, "memorandum " + code)).contains(code);
        assertThat(database.rows("select search_text from agreement where code = ?", code)
                        .get(0)
                        .get("search_text")
                        .toString())
                .contains(" memorandum ");
    }

    @Test
    void records_of_before_there_was_a_search_are_found_once_the_service_has_started() {
        String code = AgreementMother.code();
        String etag = editor.post(AGREEMENTS, titled(AgreementMother.shared(code), TITLE))
                .expect(201)
                .etag();
        database.update("update agreement set search_terms = '{}', search_text = '' where code = ?", code);
        long changes = database.number("select seq from change_head");
        assertThat(codes(editor, AGREEMENTS, "quxa " + code)).doesNotContain(code);

        old.index();

        assertThat(codes(editor, AGREEMENTS, "quxa " + code)).contains(code);
        assertThat(codes(api, AGREEMENTS, "quxa " + code)).doesNotContain(code);
        assertThat(editor.get(AGREEMENTS + "/" + code).etag()).isEqualTo(etag);
        assertThat(database.number("select seq from change_head")).isEqualTo(changes);
    }
}
