package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as lines and as tables: what the pages say, all of it, to whom the pages say it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class StreamedListTest {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String LINES = "application/x-ndjson";
    private static final String TABLE = "text/csv";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than the first page and the next one, which is the longest. */
    private static final int MANY = 260;

    /** The day on which they were signed, and nothing else was. */
    private static final String DAY = "2011-11-11";

    private static final String THEM = AGREEMENTS + "?signed=" + DAY;

    private final HttpClient wire = HttpClient.newHttpClient();
    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api other = anonymous.as("XB.010100", "reader");

    @BeforeEach
    void fillOnce() {
        boolean filled =
                other.get(THEM + "&limit=1").expect(200).json().at("/items").size() > 0;
        for (int i = 0; !filled && i < MANY; i++) {
            created(signedOn(DAY));
        }
    }

    private static String signedOn(String day) {
        return AgreementMother.shared(AgreementMother.code()).replace("2018-03-01", day);
    }

    private UUID created(String draft) {
        return UUID.fromString(
                editor.post(AGREEMENTS, draft).expect(201).json().at("/id").asText());
    }

    /** No line at all is no body, which no contract can describe. */
    private static Api nobody() {
        return Api.unchecked();
    }

    private static Api lines(Api reader) {
        return reader.with("Accept", LINES);
    }

    private static Api table(Api reader) {
        return reader.with("Accept", TABLE);
    }

    private static String text(Api.Answer answer) {
        return new String(answer.expect(200).response().asByteArray(), StandardCharsets.UTF_8);
    }

    private static List<JsonNode> views(Api.Answer answer) {
        return text(answer).lines().map(StreamedListTest::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(line, notJson);
        }
    }

    private static List<NamedCsvRecord> rows(Api.Answer answer) {
        return CsvReader.builder().ofNamedCsvRecord(text(answer)).stream().toList();
    }

    /** All items, page by page. */
    private static List<JsonNode> items(Api reader, String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = path;
        while (!next.equals("null")) {
            Api.Answer page = reader.get(next).expect(200);
            page.json().at("/items").forEach(items::add);
            next = page.at("/next");
        }
        return items;
    }

    private HttpResponse<byte[]> sent(String method, String path, String... headers)
            throws IOException, InterruptedException {
        return sent(HttpClient.Version.HTTP_1_1, method, path, headers);
    }

    private HttpResponse<byte[]> sent(HttpClient.Version version, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .version(version)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .setHeader("Authorization", "Bearer " + Tokens.of("XB.010100", "reader"));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return wire.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    @Test
    void lines_are_the_items_of_all_pages() {
        var streamed = lines(other).get(THEM);

        assertThat(views(streamed)).hasSize(MANY).isEqualTo(items(other, THEM + "&limit=90"));
        assertThat(streamed.header("Content-Type")).startsWith(LINES);
        assertThat(streamed.header("Link")).isNull();
        assertThat(streamed.header("ETag")).isNull();
        assertThat(streamed.header("Vary")).contains("Authorization", "Accept");
        assertThat(text(streamed)).endsWith("}\n");
    }

    @Test
    void a_row_of_the_table_says_what_the_item_does() {
        var streamed = table(other).get(THEM);

        List<NamedCsvRecord> rows = rows(streamed);
        List<JsonNode> items = items(other, THEM + "&limit=200");
        assertThat(rows).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            NamedCsvRecord row = rows.get(i);
            JsonNode item = items.get(i);
            assertThat(row.getField("id")).isEqualTo(item.at("/id").asText());
            assertThat(row.getField("title.zh")).isEqualTo("谅解备忘录");
            assertThat(row.getField("status")).isEqualTo(item.at("/status").asText());
            assertThat(row.getField("period.from")).isEqualTo("2018-04-01");
            assertThat(row.getField("fields")).isEqualTo("TRADE;HEALTH");
            assertThat(read(row.getField("parties"))).isEqualTo(item.at("/parties"));
            assertThat(row.getField("source.publisher")).isEmpty();
            assertThat(row.getField("updatedAt"))
                    .isEqualTo(item.at("/updatedAt").asText());
        }
        assertThat(streamed.header("Content-Type")).isEqualTo("text/csv;charset=utf-8;header=present");
        assertThat(streamed.header("Vary")).contains("Authorization", "Accept");
        assertThat(streamed.header("ETag")).isNull();
        assertThat(text(streamed))
                .startsWith("id,code,kind,title.vi,title.zh,title.en,parties,")
                .endsWith("\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regions?country=VN&level=DISTRICT",
                "agreements",
                "legal-acts",
                "programmes",
                "twinnings",
                "organisations",
                "assistance-projects",
                "donations",
                "poverty-lists"
            })
    void every_collection_has_all_forms(String list) {
        String path = "/api/v1/" + list;
        List<JsonNode> items = items(other, path);

        assertThat(views(lines(nobody().as("XB.010100", "reader")).get(path))).isEqualTo(items);
        assertThat(rows(table(other).get(path))).hasSize(items.size());
        assertThat(text(table(other).get(path))).containsPattern("^(id|code),");
    }

    @Test
    void nothing_found_is_no_line_and_a_header_alone() {
        String nothing = AGREEMENTS + "?signed=1951";

        assertThat(text(lines(nobody()).get(nothing))).isEmpty();
        assertThat(text(table(nobody()).get(nothing))).startsWith("id,code,").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {LINES, TABLE})
    void with_a_limit_it_is_a_page_and_links_to_the_next(String form) {
        Api reader = other.with("Accept", form);
        List<String> ids =
                items(other, THEM).stream().map(item -> item.at("/id").asText()).toList();

        var first = reader.get(THEM + "&limit=3");
        String next = Objects.requireNonNull(first.header("Link")).replaceAll("<(.*)>; rel=\"next\"", "$1");
        var second = reader.get(next);

        assertThat(ids(form, first)).isEqualTo(ids.subList(0, 3));
        assertThat(ids(form, second)).isEqualTo(ids.subList(3, 6));
        assertThat(ids(form, reader.get(next.replaceAll("limit=3&?", "")))).isEqualTo(ids.subList(3, MANY));
    }

    private static List<String> ids(String form, Api.Answer answer) {
        return form.equals(LINES)
                ? views(answer).stream().map(view -> view.at("/id").asText()).toList()
                : rows(answer).stream().map(row -> row.getField("id")).toList();
    }

    @Test
    void fields_choose_what_is_said() {
        String some = THEM + "&fields=title,code";

        assertThat(views(lines(other).get(some))).isEqualTo(items(other, some));
        assertThat(rows(table(other).get(some)).get(0).getHeader())
                .containsExactly("id", "code", "title.vi", "title.zh", "title.en");
        var unknown = table(other).get(THEM + "&fields=colour").expect(400);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
        assertThat(unknown.at("/violations/0/pointer")).isEqualTo("?fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINES, TABLE})
    void nobody_gets_what_he_may_not_see(String form) {
        String hidden = created(signedOn("2012-12-12").replace("\"PARTIES\"", "\"OWN_SIDE\""))
                .toString();
        String shared = created(signedOn("2012-12-12")).toString();
        String both = AGREEMENTS + "?signed=2012-12-12";

        assertThat(text(editor.with("Accept", form).get(both))).contains(hidden, shared);
        assertThat(text(other.with("Accept", form).get(both))).contains(shared).doesNotContain(hidden);
        assertThat(text(nobody().with("Accept", form).get(both))).doesNotContain(hidden, shared);
        assertThat(text(nobody().as("VN.15", "reader").with("Accept", form).get(both)))
                .doesNotContain(hidden, shared);
    }

    @ParameterizedTest
    @CsvSource({
        "?parties=VN.99, ?parties",
        "?colour=red, ?colour",
        "?limit=201, ?limit",
        "?limit=0, ?limit",
        "?cursor=x, ?cursor",
        "?signed=yesterday, ?signed",
        "?kind=TREATISE, ?kind"
    })
    void what_is_wrong_with_the_question_is_said_as_for_json(String query, String pointer) {
        for (String form : List.of(LINES, TABLE)) {
            var refused = other.with("Accept", form).get(AGREEMENTS + query).expect(400);

            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.at("/violations/0/pointer")).isEqualTo(pointer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/* | application/json",
                "application/json, text/csv | application/json",
                "application/json;q=0.5, text/csv;q=0.9 | text/csv",
                "image/png, application/x-ndjson;q=0.1 | application/x-ndjson",
                "text/* | text/csv",
                "*/*, application/json;q=0, text/csv;q=0.5 | application/x-ndjson",
                "application/json;q=0, */*;q=0.1, text/csv;q=0.5 | text/csv"
            })
    void accept_chooses_the_form(String accept, String form) {
        var answer = other.with("Accept", accept).get(THEM + "&limit=1").expect(200);

        assertThat(answer.header("Content-Type")).startsWith(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {AGREEMENTS, "/api/v1/assistance-projects"})
    void a_form_that_there_is_not_is_refused_with_those_that_are(String list) {
        var refused = Api.unchecked()
                .with("Accept", "application/pdf, image/png")
                .with("Accept-Language", "vi")
                .get(list)
                .expect(406);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.at("/type")).endsWith(":not-acceptable");
        assertThat(refused.at("/violations/0/pointer")).isEqualTo("Accept:");
        assertThat(refused.at("/violations/0/message"))
                .startsWith("Ở đây")
                .contains("application/json, application/x-ndjson, text/csv");
    }

    @Test
    void one_record_has_one_form() {
        UUID id = created(signedOn("2013-01-01"));

        var refused = Api.unchecked()
                .as("XA.01", "reader")
                .with("Accept", TABLE)
                .get(AGREEMENTS + "/" + id)
                .expect(406);

        assertThat(refused.at("/violations/0/message"))
                .contains("application/json")
                .doesNotContain(TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {LINES, TABLE})
    void each_sensitive_record_that_is_shown_is_noted(String form) {
        String day = form.equals(LINES) ? "2014-02-01" : "2014-02-02";
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 55; i++) {
            ids.add(created(signedOn(day).replace("\"HEALTH\"", "\"POLICE\"")));
        }

        other.with("Accept", form).get(AGREEMENTS + "?limit=2&signed=" + day).expect(200);
        assertThat(ids.stream().mapToLong(this::noted).sum()).isEqualTo(2);
        other.with("Accept", form).get(AGREEMENTS + "?signed=" + day).expect(200);

        assertThat(ids.stream().map(this::noted).limit(53)).containsOnly(1L);
        assertThat(ids.stream().map(this::noted).skip(53)).containsOnly(2L);
    }

    private long noted(UUID id) {
        return database.number(
                "select count(*) from read_audit where record_id = ? and how = 'LIST' and region = 'XB.010100'", id);
    }

    @Test
    void what_a_spreadsheet_would_calculate_is_a_text_in_the_table_and_itself_in_the_lines() {
        created(signedOn("2015-05-05").replace("\"Memorandum\"", "\"=HYPERLINK(\\\"http://x\\\",\\\"A\\\")\""));
        String it = AGREEMENTS + "?signed=2015-05-05";

        assertThat(rows(table(other).get(it)).get(0).getField("title.en")).isEqualTo("'=HYPERLINK(\"http://x\",\"A\")");
        assertThat(views(lines(other).get(it)).get(0).at("/title/en").asText()).startsWith("=HYPERLINK(");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINES, TABLE})
    void what_fails_on_the_way_breaks_the_answer_off(String form) throws IOException, InterruptedException {
        String oldest = items(other, THEM).get(MANY - 1).at("/id").asText();
        Object terms = database.rows("select terms::text from agreement where id = ?", UUID.fromString(oldest))
                .get(0)
                .get("terms");
        database.update("update agreement set terms = '[]' where id = ?", UUID.fromString(oldest));
        try {
            for (HttpClient.Version version : HttpClient.Version.values()) {
                assertThat(end(version, form, "identity"))
                        .as(version.toString())
                        .isEqualTo("broken off");
                assertThat(end(version, form, "gzip")).as(version + " gzip").isEqualTo("broken off");
            }
        } finally {
            database.update("update agreement set terms = ?::jsonb where id = ?", terms, UUID.fromString(oldest));
        }

        assertThat(sent("GET", THEM, "Accept", form).body()).isNotEmpty();
    }

    private String end(HttpClient.Version version, String form, String coding) throws InterruptedException {
        try {
            HttpResponse<byte[]> whole = sent(version, "GET", THEM, "Accept", form, "Accept-Encoding", coding);
            return whole.statusCode() + " " + whole.headers().map() + " with " + whole.body().length + " bytes";
        } catch (IOException expected) {
            return "broken off";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LINES, TABLE})
    void a_stream_is_compressed_for_who_wants_that(String form) throws IOException, InterruptedException {
        HttpResponse<byte[]> plain = sent("GET", THEM, "Accept", form);
        HttpResponse<byte[]> packed = sent("GET", THEM, "Accept", form, "Accept-Encoding", "gzip");

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(packed.body().length).isLessThan(plain.body().length / 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {LINES, TABLE})
    void the_head_alone_comes_without_reading_on(String form) throws IOException, InterruptedException {
        HttpResponse<byte[]> head = sent("HEAD", THEM, "Accept", form);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Type")).startsWith(form);
        assertThat(header(head, "Vary")).contains("Accept");
    }
}
