package io.provincelink.exchanges.summary;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has years of its own, in which no other travels. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ExchangeSummaryResourceTest {

    private static final String SUMMARY = "/api/v1/exchange-summary?";

    private final Api anonymous = Api.checked();
    private final Api reader = anonymous.as("XA.01", "reader");

    private void completed(String sending, String receiving, String day, int size) {
        completed(Drafts.delegation(sending, receiving, day, size));
    }

    private void completed(ObjectNode draft) {
        String sending = draft.path("sending").asText();
        String receiving = draft.path("receiving").asText();
        Api editor = anonymous.as(sending, "editor");
        String path = String.valueOf(editor.post(DELEGATIONS, draft).expect(201).header("Location"));
        anonymous
                .as(receiving, "approver")
                .post(path + "/transitions", "{\"to\": \"ACCEPTED\"}")
                .expect(200);
        editor.post(path + "/transitions", "{\"to\": \"UNDER_WAY\"}").expect(200);
        editor.post(path + "/transitions", "{\"to\": \"COMPLETED\", \"report\": {\"en\": \"x\"}}")
                .expect(200);
    }

    private JsonNode summary(Api asking, String question) {
        return asking.get(SUMMARY + question).expect(200).json();
    }

    private static List<String> faults(Api.Answer answer) {
        List<String> faults = new ArrayList<>();
        for (JsonNode fault : answer.expect(400).json().at("/violations")) {
            faults.add(fault.at("/pointer").asText() + " " + fault.at("/code").asText());
        }
        return faults;
    }

    @Test
    void a_direction_is_seen_from_the_region_and_between_its_own_units_there_is_none() {
        completed("XA.01", "XB.010100", "1971-02-01", 2);
        completed("XB.010101", "XA.011", "1971-02-01", 3);
        completed("XA.02", "XA.01", "1971-02-01", 5);

        assertThat(summary(reader, "groupBy=direction&region=XA.01&period=1971").at("/rows"))
                .hasToString("[{\"direction\":\"INCOMING\",\"delegations\":2,\"delegates\":8},"
                        + "{\"direction\":\"OUTGOING\",\"delegations\":1,\"delegates\":2}]");
        assertThat(summary(reader, "groupBy=direction&region=XA&period=1971").at("/rows"))
                .hasToString("[{\"direction\":\"INCOMING\",\"delegations\":1,\"delegates\":3},"
                        + "{\"direction\":\"INSIDE\",\"delegations\":1,\"delegates\":5},"
                        + "{\"direction\":\"OUTGOING\",\"delegations\":1,\"delegates\":2}]");
        assertThat(summary(reader, "groupBy=direction&region=XA.01&period=1971&rollup=current")
                        .at("/rows"))
                .hasToString("[{\"direction\":\"INCOMING\",\"delegations\":1,\"delegates\":3},"
                        + "{\"direction\":\"INSIDE\",\"delegations\":1,\"delegates\":5},"
                        + "{\"direction\":\"OUTGOING\",\"delegations\":1,\"delegates\":2}]");
    }

    @Test
    void what_a_closed_unit_did_counts_for_its_successor_where_that_is_asked_for() {
        completed("XA.02", "XB.010100", "1972-02-01", 4);

        assertThat(summary(reader, "parties=XA.02,XB&period=1972").at("/total/delegates"))
                .hasToString("4");
        assertThat(summary(reader, "parties=XA.01,XB&period=1972").at("/total/delegates"))
                .hasToString("0");
        assertThat(summary(reader, "parties=XA.01,XB&period=1972&rollup=current")
                        .at("/total/delegates"))
                .hasToString("4");
    }

    @Test
    void one_in_two_fields_is_in_the_row_of_each_and_once_in_the_total() {
        ObjectNode draft = Drafts.delegation("XA.01", "XB.010100", "1973-02-01", 6);
        draft.putArray("fields").add("TRADE").add("HEALTH").add("HEALTH");
        completed(draft);
        ObjectNode other = Drafts.delegation("XA.01", "XB.010100", "1973-03-01", 7);
        other.putArray("fields");
        completed(other);

        JsonNode summary = summary(reader, "groupBy=field&region=XA.01&period=1973");

        assertThat(summary.at("/rows"))
                .hasToString("[{\"field\":\"HEALTH\",\"delegations\":1,\"delegates\":6,\"meetings\":0},"
                        + "{\"field\":\"TRADE\",\"delegations\":1,\"delegates\":6,\"meetings\":0},"
                        + "{\"delegations\":1,\"delegates\":7,\"meetings\":0}]");
        assertThat(summary.at("/total")).hasToString("{\"delegations\":2,\"delegates\":13,\"meetings\":0}");
        assertThat(summary.at("/overlapping").asBoolean()).isTrue();
    }

    @Test
    void meetings_that_were_held_are_counted_beside_and_have_no_direction() {
        completed("XA.01", "XB.010100", "1974-02-01", 6);
        Api editor = anonymous.as("XA.01", "editor");
        editor.post(MEETINGS, Drafts.meeting("XA.01", "XB.010100", "1974-05-01").put("visibility", "PARTIES"))
                .expect(201);
        editor.post(
                        MEETINGS,
                        Drafts.meeting("XA.01", "XB.010100", "1974-06-01")
                                .put("visibility", "PARTIES")
                                .put("status", "CANCELLED"))
                .expect(201);

        assertThat(summary(reader, "groupBy=level&region=XA.01&period=1974").at("/rows"))
                .hasToString("[{\"level\":\"DEPARTMENT\",\"delegations\":1,\"delegates\":6,\"meetings\":0},"
                        + "{\"level\":\"HIGH\",\"delegations\":0,\"delegates\":0,\"meetings\":1}]");
        assertThat(summary(anonymous, "region=XA.01&period=1974").at("/total"))
                .hasToString("{\"delegations\":1,\"delegates\":6,\"meetings\":0}");
        assertThat(summary(reader, "groupBy=direction&region=XA.01&period=1974").at("/total"))
                .hasToString("{\"delegations\":1,\"delegates\":6}");
    }

    @Test
    void published_figures_stand_beside_with_their_own_period_and_are_never_added() {
        completed("XA.01", "XB.010100", "1975-02-01", 6);
        anonymous
                .as("XA.01", "statistician")
                .post("/api/v1/observations?indicator=delegates", """
                    {"parties": ["XA.01", "XB.010100"], "period": {"from": "1974-07-01", "to": "1975-06-30"},
                     "figure": {"value": 700, "qualifier": "OVER", "unit": "person"},
                     "source": {"title": {"en": "Test"}, "publisher": "Test"}}
                    """)
                .expect(201);

        JsonNode summary = summary(anonymous, "groupBy=year&parties=XA.01,XB.010100&period=1975");

        assertThat(summary.at("/rows"))
                .hasToString("[{\"year\":1975,\"delegations\":1,\"delegates\":6,\"meetings\":0}]");
        assertThat(summary.at("/observations").findValuesAsText("qualifier")).contains("OVER");
        assertThat(summary.at("/observations").toString()).contains("1974-07-01");
        assertThat(summary(anonymous, "parties=XA.01,XB.010100&period=1977")
                        .at("/observations")
                        .toString())
                .doesNotContain("1974-07-01");
        assertThat(summary(anonymous, "parties=XA.01,VN.02&period=1975").at("/observations"))
                .isEmpty();
    }

    @Test
    void another_sides_secret_counts_for_nobody_else() {
        completed(Drafts.delegation("XA.01", "XB.010100", "1976-02-01", 6).put("visibility", "PARTIES"));

        assertThat(summary(reader, "period=1976").at("/total/delegations")).hasToString("1");
        assertThat(summary(anonymous.as("XB.010100", "reader"), "period=1976").at("/total/delegations"))
                .hasToString("1");
        for (Api other : List.of(anonymous, anonymous.as("VN.15", "reader"), anonymous.as("XA.01"))) {
            JsonNode summary = summary(other, "groupBy=year,level,field&period=1976");
            assertThat(summary.at("/total/delegations")).hasToString("0");
            assertThat(summary.at("/rows")).isEmpty();
        }
    }

    @Test
    void what_cannot_be_asked_is_refused_with_all_that_is_wrong() {
        Api unchecked = Api.unchecked();
        assertThat(faults(unchecked.get(SUMMARY + "groupBy=month&region=Q&parties=R&period=Z&rollup=yes")))
                .containsExactlyInAnyOrder(
                        "?groupBy unknown-value",
                        "?parties unknown-region",
                        "?period unknown-period",
                        "?region unknown-region",
                        "?rollup unknown-value");
        assertThat(faults(unchecked.get(SUMMARY + "groupBy=year,direction"))).containsExactly("?region required-with");
        assertThat(unchecked
                        .with("Accept-Language", "vi")
                        .get(SUMMARY + "groupBy=direction")
                        .expect(400)
                        .at("/violations/0/message"))
                .contains("groupBy=direction");
        for (String wrong : List.of("groupBy=year,", "groupBy=year&groupBy=level", "region=XA,XB", "limit=1")) {
            unchecked.get(SUMMARY + wrong).expect(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groupBy=",
                "groupBy=year,year",
                "groupBy=year,level,field,direction&region=VN&rollup=current",
                "groupBy=direction&region=CN.532600&parties=VN.02",
                "period=0001/9999&groupBy=year",
            })
    void whatever_can_be_asked_is_answered(String question) {
        JsonNode summary = summary(anonymous, question);

        assertThat(summary.at("/total/delegations").isNumber()).isTrue();
    }

    @Test
    void what_the_reader_has_already_is_not_sent_again() {
        String path = SUMMARY + "groupBy=year&region=XA.01&period=1978";
        String etag = anonymous.get(path).expect(200).etag();

        anonymous.with("If-None-Match", etag).get(path).expect(304);
        completed("XA.01", "XB.010100", "1978-02-01", 6);
        anonymous.with("If-None-Match", etag).get(path).expect(200);
    }
}
