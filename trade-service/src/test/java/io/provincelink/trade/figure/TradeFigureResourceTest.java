package io.provincelink.trade.figure;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.trade;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.provincelink.trade.Drafts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeFigureResourceTest {

    private static final String FIGURES = "/api/v1/trade-figures";

    private final Api api = Api.checked();
    private final Api statistician = api.as("XA.01", "statistician");

    @Test
    void a_reported_figure_is_read_by_everybody() {
        Drafts.recordGate(api, "figure-gate");
        var created = statistician
                .post(FIGURES, with(trade("2001-01"), "gate", "figure-gate", "netKg", 12.125, "hsEdition", 1996))
                .expect(201);

        var read = api.get(created.header("Location")).expect(200);

        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.at("/month")).isEqualTo("2001-01");
        assertThat(read.at("/value")).isEqualTo("1000.5");
        assertThat(read.at("/netKg")).isEqualTo("12.125");
        assertThat(read.at("/gate")).isEqualTo("figure-gate");
        assertThat(read.at("/attribution")).isEqualTo("ORIGIN_DESTINATION");
        assertThat(read.at("/valuation")).isEqualTo("FOB");
        assertThat(read.etag()).isEqualTo(created.etag());
    }

    @Test
    void imports_are_valued_with_freight_where_nothing_is_said() {
        var created = statistician
                .post(FIGURES, with(trade("2001-02"), "flow", "IMPORT"))
                .expect(201);

        assertThat(created.at("/valuation")).isEqualTo("CIF");
    }

    @Test
    void months_published_together_stay_together() {
        var draft = with(trade("2001-01"), "month", null, "months", months("2001-03", "2001-04"));

        var created = api.as("XA.01", "editor").post(FIGURES, draft).expect(201);

        assertThat(created.at("/months/from")).isEqualTo("2001-03");
        assertThat(created.at("/months/to")).isEqualTo("2001-04");
        assertThat(created.json().has("month")).isFalse();
    }

    @Test
    void only_the_reporters_own_side_reports() {
        var draft = trade("2001-05");

        api.post(FIGURES, draft).expect(401);
        api.as("XA.01", "reader").post(FIGURES, draft).expect(403);
        api.as("XA.01", "approver").post(FIGURES, draft).expect(403);
        api.as("VN.15", "statistician").post(FIGURES, draft).expect(403);
        api.as("XA", "statistician").post(FIGURES, draft).expect(403);
        api.bearing(Tokens.operator()).post(FIGURES, draft).expect(403);
        api.bearing(Tokens.expired("XA.01", "statistician"))
                .post(FIGURES, draft)
                .expect(401);
        api.bearing(Tokens.foreignSigned("XA.01", "statistician"))
                .post(FIGURES, draft)
                .expect(401);
        api.bearing(Tokens.unsigned("XA.01", "statistician"))
                .post(FIGURES, draft)
                .expect(401);
        statistician.post(FIGURES, draft).expect(201);
    }

    @Test
    void the_other_party_does_not_report_for_this_side() {
        var draft = with(trade("2001-06"), "reporter", "XB.010100", "partner", "XA.01");

        statistician.post(FIGURES, draft).expect(403);
        api.as("XB.010100", "statistician").post(FIGURES, draft).expect(201);
    }

    @Test
    void a_unit_above_reports_for_a_prefecture_inside_it() {
        var draft = with(trade("2001-07"), "reporter", "XB.010100", "partner", "XA.01");

        api.as("XB.010000", "statistician").post(FIGURES, draft).expect(201);
    }

    @Test
    void a_successor_reports_for_the_months_before_the_merger() {
        var draft = with(trade("2001-08"), "reporter", "XA.02");

        api.as("XA.01", "statistician").post(FIGURES, draft).expect(201);
    }

    @Test
    void tuyen_quang_may_report_for_ha_giang_before_the_merger_and_nobody_may_after_it() {
        // a wrong id, so that who may report shows as 400 and nothing is stored for a real province
        var draft = with(trade("2024-05"), "id", UUID.randomUUID(), "reporter", "VN.02", "partner", "CN.532600");

        assertThat(fault(api.as("VN.08", "statistician").post(FIGURES, draft), "/id"))
                .isEqualTo("id-of-key");
        assertThat(fault(api.as("VN.02", "statistician").post(FIGURES, draft), "/id"))
                .isEqualTo("id-of-key");
        api.as("VN.15", "statistician").post(FIGURES, draft).expect(403);
        api.as("CN.532600", "statistician").post(FIGURES, draft).expect(403);
        assertThat(fault(api.as("VN.08", "statistician").post(FIGURES, with(draft, "month", "2025-07")), "/reporter"))
                .isEqualTo("closed-region");
    }

    @Test
    void the_same_key_again_is_told_where_the_figure_is() {
        var first = statistician.post(FIGURES, trade("2001-10")).expect(201);

        var second =
                statistician.post(FIGURES, with(trade("2001-10"), "value", 5)).expect(409);

        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void a_month_is_not_reported_again_within_a_range() {
        var november = statistician.post(FIGURES, trade("2001-11")).expect(201);
        var range = with(trade(""), "month", null, "months", months("2001-11", "2001-12"));

        assertThat(statistician.post(FIGURES, range).expect(409).header("Location"))
                .isEqualTo(november.header("Location"));
        statistician.post(FIGURES, with(range, "hs", "09")).expect(201);
        statistician.post(FIGURES, with(trade("2001-12"), "hs", "09")).expect(409);
    }

    @Test
    void of_overlapping_ranges_reported_at_once_one_is_taken() {
        List<Integer> answers = IntStream.rangeClosed(1, 8)
                .parallel()
                .mapToObj(first -> months("2009-0" + first, "2009-09"))
                .map(range -> statistician.post(FIGURES, with(trade(""), "month", null, "months", range)))
                .map(Api.Answer::status)
                .toList();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409).hasSize(8);
    }

    @Test
    void an_id_is_made_of_what_the_figure_is_about() {
        var first = statistician.post(FIGURES, trade("2002-01")).expect(201);
        String id = first.at("/id");

        assertThat(statistician
                        .post(FIGURES, with(trade("2002-01"), "id", id))
                        .expect(409)
                        .header("Location"))
                .isEqualTo(FIGURES + "/" + id);
        var wrong = statistician.post(FIGURES, with(trade("2002-02"), "id", id));
        assertThat(fault(wrong, "/id")).isEqualTo("id-of-key");
        String right = statistician.post(FIGURES, trade("2002-02")).expect(201).at("/id");
        assertThat(wrong.at("/violations/0/message")).contains(right);
    }

    @Test
    void a_replayed_key_gives_the_first_answer() {
        Api keyed = statistician.with("Idempotency-Key", "figure-1");
        var first = keyed.post(FIGURES, trade("2002-03")).expect(201);

        var second = keyed.post(FIGURES, trade("2002-03")).expect(201);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.etag()).isEqualTo(first.etag());
        keyed.post(FIGURES, with(trade("2002-03"), "value", 6)).expect(422);
    }

    @Test
    void what_the_reader_has_is_not_sent_again() {
        var created = statistician.post(FIGURES, trade("2002-04")).expect(201);

        api.with("If-None-Match", created.etag())
                .get(created.header("Location"))
                .expect(304);
        api.get(FIGURES + "/" + UUID.randomUUID()).expect(404);
        api.with("If-None-Match", created.etag()).get(FIGURES + "/nothing").expect(404);
    }

    @Test
    void pages_follow_each_other_in_the_order_of_months() {
        for (int year = 2003; year <= 2005; year++) {
            statistician.post(FIGURES, with(trade(year + "-02"), "hs", "1001")).expect(201);
            statistician.post(FIGURES, with(trade(year + "-01"), "hs", "1001")).expect(201);
        }
        List<String> months = new ArrayList<>();

        String next = FIGURES + "?hs=10&period=2003/2005&reporter=XA.01&limit=2";
        int pages = 0;
        while (!next.equals("null")) {
            var page = api.get(next).expect(200);
            page.json()
                    .path("items")
                    .forEach(item -> months.add(item.path("month").asText()));
            next = page.at("/next");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(months).containsExactly("2003-01", "2003-02", "2004-01", "2004-02", "2005-01", "2005-02");
    }

    @Test
    void the_list_is_filtered() {
        Drafts.recordGate(api, "figure-gate");
        var range = with(trade(""), "month", null, "months", months("2006-01", "2006-02"), "gate", "figure-gate");
        statistician.post(FIGURES, range).expect(201);
        statistician
                .post(FIGURES, with(trade("2006-02"), "flow", "IMPORT", "currency", "VND", "value", 7, "hs", "0901"))
                .expect(201);

        assertThat(count("period=2006")).isEqualTo(2);
        assertThat(count("period=2006-02")).isEqualTo(2);
        assertThat(count("period=2006-01")).isEqualTo(1);
        assertThat(count("period=2006-03/2006-12")).isZero();
        assertThat(count("period=2006&flow=IMPORT")).isEqualTo(1);
        assertThat(count("period=2006&gate=figure-gate")).isEqualTo(1);
        assertThat(count("period=2006&hs=09")).isEqualTo(1);
        assertThat(count("period=2006&currency=VND")).isEqualTo(1);
        assertThat(count("period=2006&regime=TRANSIT")).isZero();
        assertThat(count("period=2006&partner=XB.010100,CN.532600")).isEqualTo(2);
        assertThat(count("period=2006&reporter=XA.02")).isZero();
    }

    @Test
    void an_unknown_filter_value_is_a_fault_and_no_empty_list() {
        assertThat(fault(api.get(FIGURES + "?reporter=XA.99"), "?reporter")).isEqualTo("unknown-region");
        assertThat(fault(api.get(FIGURES + "?gate=nowhere"), "?gate")).isEqualTo("unknown-gate");
        assertThat(fault(api.get(FIGURES + "?currency=XAU"), "?currency")).isEqualTo("not-a-currency");
        assertThat(fault(api.get(FIGURES + "?hs=8"), "?hs")).isEqualTo("hs");
        assertThat(fault(api.get(FIGURES + "?flow=OUT"), "?flow")).isEqualTo("unknown-value");
        assertThat(fault(api.get(FIGURES + "?period=2020/2016"), "?period")).isEqualTo("period-order");
        assertThat(fault(api.get(FIGURES + "?limit=201"), "?limit")).isEqualTo("max");
        assertThat(fault(api.get(FIGURES + "?cursor=abc"), "?cursor")).isEqualTo("bad-cursor");
    }

    @Test
    void all_figures_come_as_lines_and_as_a_table_in_the_order_of_the_pages() {
        for (int chapter = 30; chapter < 90; chapter++) {
            statistician
                    .post(FIGURES, with(trade("2007-05"), "hs", String.valueOf(chapter)))
                    .expect(201);
        }
        String all = FIGURES + "?period=2007";

        var first = api.get(all).expect(200);
        String lines = body(api.with("Accept", "application/x-ndjson").get(all));
        String table = body(api.with("Accept", "text/csv").get(all + "&fields=hs,value,currency"));

        assertThat(lines.lines()).hasSize(60);
        assertThat(table.split("\r\n")).hasSize(61);
        assertThat(table).startsWith("id,").contains(",30,1000.50,USD\r\n", ",89,1000.50,USD\r\n");
        List<String> ids = new ArrayList<>();
        first.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
        api.get(first.at("/next"))
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        assertThat(table.lines().skip(1).map(row -> row.substring(0, 36))).containsExactlyElementsOf(ids);
        assertThat(lines.lines()
                        .map(line ->
                                ids.stream().filter(line::contains).findFirst().orElseThrow()))
                .containsExactlyElementsOf(ids);
    }

    private static String body(Api.Answer answer) {
        return new String(answer.expect(200).response().asByteArray(), StandardCharsets.UTF_8);
    }

    private int count(String filters) {
        return api.get(FIGURES + "?" + filters).expect(200).json().path("items").size();
    }

    private static Map<String, Object> months(String from, String to) {
        return Map.of("from", from, "to", to);
    }
}
