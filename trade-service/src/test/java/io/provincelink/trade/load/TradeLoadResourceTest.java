package io.provincelink.trade.load;

import static io.provincelink.trade.load.LoadFiles.LOADS;
import static io.provincelink.trade.load.LoadFiles.ended;
import static io.provincelink.trade.load.LoadFiles.file;
import static io.provincelink.trade.load.LoadFiles.load;
import static io.provincelink.trade.load.LoadFiles.row;
import static io.provincelink.trade.load.LoadFiles.send;
import static io.provincelink.trade.load.LoadFiles.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.Drafts;
import io.provincelink.trade.load.sheet.LoadTemplate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeLoadResourceTest {

    private final Api api = Api.checked();
    private final Api statistician = api.as("XA.01", "statistician");

    @Test
    void what_a_file_reports_is_there_when_its_load_is_done() {
        var sent = send(statistician, file(row("1960-01", "080810", "12.50"), row("1960-01", "08", "7")))
                .expect(202);

        JsonNode done = ended(statistician, sent);

        assertThat(done.path("status").asText()).isEqualTo("DONE");
        assertThat(done.path("percent").asInt()).isEqualTo(100);
        assertThat(done.path("rows").asInt()).isEqualTo(2);
        assertThat(counts(done)).isEqualTo("{\"added\":2,\"revised\":0,\"unchanged\":0,\"withdrawn\":0}");
        assertThat(values(api, "1960-01")).containsExactly("7.0", "12.5");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        String[] rows = {row("1960-02", "080810", "12.50"), row("1960-02", "0809", "7")};
        JsonNode first = load(statistician, rows);

        JsonNode second = load(statistician, rows);

        assertThat(counts(second)).isEqualTo("{\"added\":0,\"revised\":0,\"unchanged\":2,\"withdrawn\":0}");
        assertThat(first.has("revision")).isTrue();
        assertThat(second.has("revision")).isFalse();
        assertThat(second.path("digest")).isEqualTo(first.path("digest"));
    }

    @Test
    void a_second_file_revises_withdraws_and_adds_and_the_past_stays_known() {
        load(statistician, row("1960-03", "080810", "10"), row("1960-03", "0809", "20"), row("1960-03", "0810", "30"));
        String before = api.get("/api/v1/trade-figures?reporter=XA.01&period=1960-03")
                .json()
                .at("/items/0/updatedAt")
                .asText();

        JsonNode second = load(
                statistician,
                row("1960-03", "0811", "40"),
                row("1960-03", "080810", "11"),
                row("1960-03", "0809", ""),
                row("1960-03", "0810", "30"),
                row("1960-03", "0812", ""));

        assertThat(counts(second)).isEqualTo("{\"added\":1,\"revised\":1,\"unchanged\":2,\"withdrawn\":1}");
        assertThat(values(api, "1960-03")).containsExactly("11.0", "30.0", "40.0");
        assertThat(values(api, "1960-03&asOf=" + before)).containsExactly("10.0", "20.0", "30.0");
    }

    @Test
    void a_workbook_is_loaded_like_a_file_of_text() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "01.0000")) {
            Worksheet sheet = workbook.newWorksheet("figures");
            List<String> lines = List.of(LoadFiles.HEADER.strip(), row("1963-01", "080810", "12.5"));
            for (int i = 0; i < lines.size(); i++) {
                String[] fields = lines.get(i).split(",", -1);
                for (int j = 0; j < fields.length; j++) {
                    sheet.value(i, j, fields[j]);
                }
            }
        }

        JsonNode done = ended(
                statistician,
                statistician
                        .send("POST", LOADS, LoadTemplate.MEDIA_TYPE, out.toByteArray())
                        .expect(202));

        assertThat(counts(done)).isEqualTo("{\"added\":1,\"revised\":0,\"unchanged\":0,\"withdrawn\":0}");
        assertThat(values(api, "1963-01")).containsExactly("12.5");
    }

    @Test
    void one_wrong_row_keeps_all_of_the_file_out() {
        var sent = send(statistician, file(row("1960-04", "08", "1"), row("April", "09", "2")))
                .expect(202);

        assertThat(sent.at("/status")).isEqualTo("FAILED");
        assertThat(sent.at("/failure")).isEqualTo("ROW_ERRORS");
        assertThat(sent.at("/errors")).isEqualTo("1");
        assertThat(sent.at("/rows")).isEqualTo("2");
        var listed = statistician
                .with("Accept-Language", "vi")
                .get(sent.header("Location") + "/errors")
                .expect(200);
        assertThat(listed.header("Vary")).isEqualTo("Authorization, Accept, Accept-Encoding, Accept-Language");
        assertThat(listed.json().path("items").toString())
                .isEqualTo("[{\"line\":3,\"column\":\"period\",\"code\":\"wrong-format\","
                        + "\"message\":\"Phải có dạng 2019-05, 2019-01/2019-02.\",\"value\":\"April\"}]");
        assertThat(values(api, "1960-04")).isEmpty();
    }

    @Test
    void errors_are_given_as_a_table_and_as_lines_too() {
        String[] rows = new String[60];
        Arrays.fill(rows, row("1968-09", "0810", "-1"));
        String errors = send(statistician, file(rows)).expect(202).header("Location") + "/errors";

        var table = statistician.with("Accept", "text/csv").get(errors).expect(200);
        var lines =
                statistician.with("Accept", "application/x-ndjson").get(errors).expect(200);

        assertThat(table.response().asString().split("\r\n")).hasSize(61).startsWith("line,column,code,message,value");
        assertThat(table.header("Vary")).contains("Accept-Language");
        assertThat(lines.response().asString().split("\n")).hasSize(60).allMatch(line -> line.startsWith("{\"line\":"));
    }

    @Test
    void a_dry_run_is_true_or_false_and_no_word_that_is_taken_for_false() {
        for (String word : List.of("1", "yes", "True")) {
            var refused = statistician
                    .send("POST", LOADS + "?dryRun=" + word, "text/csv", file(row("1968-10", "0810", "1")))
                    .expect(400);

            assertThat(Drafts.fault(refused, "?dryRun")).isEqualTo("unknown-value");
        }
        assertThat(values(api, "1968-10")).isEmpty();
    }

    @Test
    void a_file_that_fails_is_among_the_loads_of_its_reporter() {
        var sent = send(statistician, file(row("1968-08", "0810", "1"), row("1968-08", "0811", "one")))
                .expect(202);

        assertThat(sent.at("/reporter")).isEqualTo("XA.01");
        assertThat(statistician
                        .get(LOADS + "?reporter=XA.01&status=FAILED&limit=200")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .contains(sent.at("/id"));
        api.as("XB.010100", "statistician").get(sent.header("Location")).expect(404);
    }

    @Test
    void a_dry_run_says_what_would_be_and_changes_nothing() {
        load(statistician, row("1961-03", "0810", "10"), row("1961-03", "0811", "10"));

        var sent = send(
                        statistician,
                        "?dryRun=true",
                        file(row("1961-03", "0810", "11"), row("1961-03", "0811", ""), row("1961-03", "0812", "12")))
                .expect(202);
        JsonNode done = ended(statistician, sent);

        assertThat(done.path("status").asText()).isEqualTo("DONE");
        assertThat(counts(done)).isEqualTo("{\"added\":1,\"revised\":1,\"unchanged\":0,\"withdrawn\":1}");
        assertThat(done.has("revision")).isFalse();
        assertThat(values(api, "1961-03")).containsExactly("10.0", "10.0");
    }

    @Test
    void figures_of_the_other_side_are_not_loaded() {
        String file = file("1961-04,XB.010100,XA.01,EXPORT,,NORMAL,08,USD,1,,FINAL");

        send(statistician, file).expect(403);
        assertThat(ended(api.as("XB.010100", "statistician"), send(api.as("XB.010100", "statistician"), file))
                        .path("status")
                        .asText())
                .isEqualTo("DONE");
    }

    @Test
    void only_who_reports_may_load() {
        String file = file(row("1961-05", "08", "1"));

        send(api, file).expect(401);
        send(api.as("XA.01", "reader"), file).expect(403);
        send(api.as("XA.01", "approver"), file).expect(403);
        send(api.bearing(io.provincelink.testing.Tokens.operator()), file).expect(403);
        send(api.as("XA.01", "editor"), file).expect(202);
    }

    @Test
    void a_load_is_seen_by_its_reporters_side_alone() {
        String location =
                send(statistician, file(row("1961-06", "08", "1"))).expect(202).header("Location");
        ended(statistician, location);

        api.as("XA.01", "reader").get(location).expect(200);
        for (Api other : List.of(api, api.as("XB.010100", "statistician"), api.as("VN.15", "reader"))) {
            other.get(location).expect(404);
            other.get(location + "/errors").expect(404);
            assertThat(other.get(LOADS + "?limit=200").expect(200).response().asString())
                    .doesNotContain(location.substring(LOADS.length() + 1));
        }
        api.as("XB.010100", "statistician")
                .send("POST", location + "/cancellation", "application/json", "")
                .expect(404);
        api.as("XA.01", "reader")
                .send("POST", location + "/cancellation", "application/json", "")
                .expect(403);
        api.send("POST", location + "/cancellation", "application/json", "").expect(401);
    }

    @Test
    void loads_are_listed_newest_first_by_status_and_reporter() {
        String failed = load(statistician, row("1961-07", "08", "1"), row("1961-07", "08", "1"))
                .path("id")
                .asText();
        String done = load(statistician, row("1961-07", "08", "1")).path("id").asText();

        var first =
                statistician.get(LOADS + "?reporter=XA.01&limit=1").expect(200).json();
        var second = statistician.get(first.path("next").asText()).expect(200).json();

        assertThat(first.at("/items/0/id").asText()).isEqualTo(done);
        assertThat(second.at("/items/0/id").asText()).isEqualTo(failed);
        assertThat(statistician.get(LOADS + "?status=FAILED&limit=200").json().toString())
                .contains(failed)
                .doesNotContain(done);
        statistician.get(LOADS + "?status=GOOD").expect(400);
        statistician.get(LOADS + "?reporter=XA.99").expect(400);
    }

    @Test
    void a_load_that_has_ended_is_not_cancelled() {
        String location = LOADS + "/"
                + load(statistician, row("1961-08", "08", "1")).path("id").asText();

        var refused = statistician
                .send("POST", location + "/cancellation", "application/json", "")
                .expect(409);

        assertThat(refused.at("/type")).endsWith("load-finished");
        assertThat(refused.at("/detail")).contains("DONE");
    }

    @Test
    void a_file_sent_again_under_the_same_key_is_the_same_load() {
        Api keyed = statistician.with("Idempotency-Key", "load-of-1961-09");
        String file = file(row("1961-09", "08", "1"));

        var first = send(keyed, file).expect(202);
        var second = send(keyed, file).expect(202);

        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.json()).isEqualTo(first.json());
        send(keyed, file(row("1961-09", "08", "2"))).expect(422);
    }

    @Test
    void what_is_no_file_of_figures_leaves_no_load_behind() {
        int before = loads();

        assertThat(send(statistician, "a,b\n1,2\n").expect(400).at("/violations/0/pointer"))
                .isEqualTo("/header");
        assertThat(send(statistician, LoadFiles.HEADER).expect(400).at("/type")).endsWith("load-empty");
        statistician.send("POST", LOADS, "application/json", "{}").expect(415);
        statistician.send("POST", LOADS, "*/*", "{}").expect(415);
        assertThat(statistician
                        .send("POST", LOADS, "text/csv; charset=gb18030", file(row("1961-10", "08", "1")))
                        .expect(400)
                        .at("/violations/0/code"))
                .isEqualTo("other-charset");
        statistician
                .with("Content-Encoding", "gzip")
                .send("POST", LOADS, "text/csv", "x")
                .expect(415);
        assertThat(send(statistician, "?separator=COMMA&decimalMark=COMMA", file(row("1961-10", "08", "1")))
                        .expect(400)
                        .at("/violations/0/pointer"))
                .isEqualTo("?decimalMark");
        send(statistician, "?encoding=UTF_16", file(row("1961-10", "08", "1"))).expect(400);

        assertThat(loads()).isEqualTo(before);
    }

    @Test
    void a_file_without_a_media_type_is_refused() throws IOException {
        try (SlowUpload untyped = new SlowUpload("XA.01", 2, "")) {
            untyped.write("a\n");

            assertThat(untyped.answer()).startsWith("HTTP/1.1 415");
        }
    }

    @Test
    void the_feed_has_one_public_item_for_a_load() {
        JsonNode done = load(statistician, row("1961-11", "0801", "1"), row("1961-12", "0802", "1"));

        var changes = api.get("/api/v1/changes?types=TRADE_LOAD&include=record")
                .expect(200)
                .json();

        List<JsonNode> items = new ArrayList<>();
        changes.path("items").forEach(item -> {
            if (item.path("id").equals(done.path("id"))) {
                items.add(item);
            }
        });
        assertThat(items).hasSize(1);
        assertThat(items.get(0).at("/record/from").asText()).isEqualTo("1961-11");
        assertThat(items.get(0).at("/record/to").asText()).isEqualTo("1961-12");
        assertThat(items.get(0).at("/record/revision")).isEqualTo(done.path("revision"));
    }

    private int loads() {
        return statistician
                .get(LOADS + "?limit=200")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private static String counts(JsonNode load) {
        return load.path("counts").toString();
    }
}
