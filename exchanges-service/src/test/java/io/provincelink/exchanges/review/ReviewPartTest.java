package io.provincelink.exchanges.review;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReviewPartTest {

    /** What the gateway asks is no part of the contract. */
    private final Api gateway = Api.unchecked();

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");

    @Test
    void a_delegation_that_both_sides_brought_to_its_end_is_counted_for_everybody() {
        Api haGiang = anonymous.as("VN.02", "editor");
        String question = "/api/v1/review-part?parties=VN.02,CN.532600&period=2016/2020&programme=a-test";
        assertThat(recorded(gateway, question)).containsEntry("delegations", 0).containsEntry("delegates", 0);

        String path = DELEGATIONS + "/"
                + haGiang.post(DELEGATIONS, Drafts.delegation("VN.02", "CN.532600", "2019-05-06", 12))
                        .expect(201)
                        .at("/id");
        anonymous
                .as("CN.532600", "approver")
                .post(path + "/transitions", "{\"to\": \"ACCEPTED\"}")
                .expect(200);
        haGiang.post(path + "/transitions", "{\"to\": \"UNDER_WAY\"}").expect(200);
        assertThat(recorded(gateway, question)).containsEntry("delegations", 0);
        haGiang.post(path + "/transitions", "{\"to\": \"COMPLETED\", \"report\": {\"en\": \"Done\"}}")
                .expect(200);

        assertThat(recorded(gateway, question)).containsEntry("delegations", 1).containsEntry("delegates", 12);
    }

    @Test
    void mechanisms_that_stand_in_the_period_are_shown_to_those_who_see_them() {
        String forum = mechanism("1970-01-01", null);
        String talks = mechanism(null, null);
        String later = mechanism("1976-01-01", null);
        String over = mechanism("1960-01-01", "1969-12-31");
        for (String mechanism : new String[] {forum, talks}) {
            editor.post(
                            MEETINGS,
                            Drafts.meeting("XA.01", "XB.010100", "1971-08-01")
                                    .put("mechanism", mechanism)
                                    .put("visibility", "PARTIES"))
                    .expect(201);
        }
        String question = "/api/v1/review-part?parties=XA.01,XB.010100&period=1970/1975";

        JsonNode seen = gateway.as("XB.010100", "reader")
                .get(question)
                .expect(200)
                .json()
                .at("/mechanisms");
        JsonNode unseen = gateway.get(question).expect(200).json().at("/mechanisms");

        assertThat(seen.findValuesAsText("id")).contains(forum, talks).doesNotContain(later, over);
        assertThat(unseen.findValuesAsText("id")).doesNotContain(forum, talks);
        assertThat(withoutTitle(seen, forum))
                .isEqualTo("{\"id\":\"" + forum + "\",\"due\":6,\"held\":1,\"notHeld\":0,\"noRecord\":5}");
        assertThat(withoutTitle(seen, talks))
                .isEqualTo("{\"id\":\"" + talks + "\",\"due\":null,\"held\":1,\"notHeld\":0,\"noRecord\":0}");
    }

    @Test
    void published_figures_come_with_the_programme_that_they_name() {
        String figure = """
                {"parties": ["XA.01", "XB.010100"], "programme": "review-test",
                 "figure": {"value": 129, "qualifier": "EXACT", "unit": "delegation"},
                 "source": {"title": {"en": "Test"}, "publisher": "Test"}}
                """;
        editor.post("/api/v1/observations?indicator=delegations", figure).expect(201);
        String question = "/api/v1/review-part?parties=XA.01,XB.010100&period=1980&programme=0198c0de,";

        JsonNode named = gateway.get(question + "review-test").expect(200).json();
        JsonNode other = gateway.get(question + "another").expect(200).json();

        assertThat(named.at("/indicators").findValuesAsText("indicator"))
                .startsWith("high-level-meetings")
                .contains("delegations", "delegates", "mechanism-sessions");
        assertThat(named.at("/indicators/1/published/0/figure/value").asInt()).isEqualTo(129);
        assertThat(other.at("/indicators/1/published")).isEmpty();
    }

    @Test
    void a_programme_may_be_older_than_anybody_keeps() {
        String since = mechanism("1960-01-01", null);

        var mechanisms = gateway.as("XB.010100", "reader")
                .get("/api/v1/review-part?parties=XA.01,XB.010100&period=1960/2020")
                .expect(200)
                .json()
                .at("/mechanisms");

        assertThat(withoutTitle(mechanisms, since))
                .isEqualTo("{\"id\":\"" + since + "\",\"due\":61,\"held\":0,\"notHeld\":0,\"noRecord\":61}");
    }

    @Test
    void one_party_alone_has_nothing_that_it_did_together() {
        String mechanism = mechanism("1970-01-01", null);
        Api reader = gateway.as("XA.01", "reader");
        String one = "/api/v1/review-part?parties=XA.01&period=1970";

        var alone = reader.get(one).expect(200).json();

        assertThat(reader.get(one.replace("XA.01", "XA.01,XB.010100"))
                        .expect(200)
                        .json()
                        .at("/mechanisms")
                        .findValuesAsText("id"))
                .contains(mechanism);
        assertThat(alone.at("/mechanisms").isArray()).isTrue();
        assertThat(alone.at("/mechanisms")).isEmpty();
        assertThat(alone.at("/indicators")).hasSize(4);
        assertThat(alone.findValues("recorded")).allMatch(JsonNode::isNull);
    }

    @Test
    void the_question_must_be_whole_and_the_token_good() {
        String question = "/api/v1/review-part?parties=XA.01,XB.010100&period=2016";

        gateway.get(question).expect(200);
        gateway.get("/api/v1/review-part?parties=XA.01").expect(400);
        gateway.get("/api/v1/review-part?period=2016").expect(400);
        gateway.get("/api/v1/review-part?parties=XA.99&period=2016").expect(400);
        gateway.bearing(Tokens.expired("XA.01", "reader")).get(question).expect(401);
        gateway.bearing(Tokens.unsigned("XA.01", "reader")).get(question).expect(401);
    }

    private String mechanism(@Nullable String since, @Nullable String until) {
        var draft = Drafts.mechanism("XA.01", "XB.010100").put("visibility", "PARTIES");
        draft.remove("since");
        if (since != null) {
            draft.put("since", since);
        }
        if (until != null) {
            draft.put("until", until);
        }
        return editor.post(MECHANISMS, draft).expect(201).at("/id");
    }

    private static Map<String, Integer> recorded(Api reader, String question) {
        JsonNode parts = reader.get(question).expect(200).json().at("/indicators");
        return StreamSupport.stream(parts.spliterator(), false)
                .collect(Collectors.toMap(
                        part -> part.at("/indicator").asText(),
                        part -> part.at("/recorded/figure/value").asInt()));
    }

    private static String withoutTitle(JsonNode mechanisms, String id) {
        return StreamSupport.stream(mechanisms.spliterator(), false)
                .filter(part -> part.at("/id").asText().equals(id))
                .map(part -> ((com.fasterxml.jackson.databind.node.ObjectNode) part)
                        .without("title")
                        .toString())
                .findFirst()
                .orElseThrow();
    }
}
