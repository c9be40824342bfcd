package io.provincelink.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.LogLines;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** What a service tells those who run it, and what it keeps to itself. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ObservationTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String WORDS = "telltale-search-words";
    private static final String KEY = "telltale-idempotency-key";
    private static final String NAME = "Telltale Person";
    private static final String SUBJECT = "telltale-subject";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final String token =
            Tokens.with(Map.of("sub", SUBJECT, "region", "XA.01", "roles", List.of("reader", "editor", "approver")));
    private final Api editor = Api.unchecked()
            .bearing(token)
            .with("Idempotency-Key", KEY)
            .with("traceparent", "00-" + ID + "-00f067aa0ba902b7-01");

    /** Says something in the log where a request is worked on, and where it fails. */
    @Singleton
    static class Talker {
        void mount(@Observes Router router) {
            router.route("/talk").order(0).blockingHandler(context -> {
                Logger.getLogger("talker").info("worked on");
                context.end();
            });
        }
    }

    @Test
    void lines_of_the_log_name_the_trace_of_the_request_also_on_other_threads() {
        try (LogLines log = LogLines.open()) {
            editor.get("/talk").expect(200);
            Api.unchecked().get("/talk").expect(200);
            assertThat(log.with("talker")).hasSize(2).first().asString().contains("trace=" + ID);
            assertThat(log.with("talker"))
                    .last()
                    .asString()
                    .matches("(?s).*trace=[0-9a-f]{32} .*")
                    .doesNotContain(ID);
        }
    }

    @Test
    void the_gateway_hears_the_type_of_a_problem_without_reading_it() {
        assertThat(editor.get("/api/v1/delegations/x").expect(404).header("Provincelink-Problem"))
                .isEqualTo("not-found");
        assertThat(editor.get("/api/v1/delegations").expect(200).header("Provincelink-Problem"))
                .isNull();
    }

    @Test
    void the_log_tells_nothing_of_what_people_sent() {
        try (LogLines log = LogLines.open()) {
            ObjectNode draft = Drafts.delegation("XA.01", "XB.010100", "2016-05-01", 2);
            draft.withArray("members").addObject().put("name", NAME);
            String id = editor.post(Drafts.DELEGATIONS, draft).expect(201).at("/id");
            editor.post(Drafts.DELEGATIONS, draft.deepCopy().put("id", id)).expect(422);
            editor.with("Idempotency-Key", KEY + 2)
                    .post(Drafts.DELEGATIONS, draft.deepCopy().put("id", id))
                    .expect(409);
            editor.with("Idempotency-Key", KEY + 3)
                    .post(Drafts.DELEGATIONS, draft.deepCopy().put("size", NAME))
                    .expect(400);
            editor.with("Idempotency-Key", KEY + 4)
                    .post(Drafts.DELEGATIONS, "{\"" + NAME + "\": ")
                    .expect(400);
            editor.get(Drafts.DELEGATIONS + "?q=" + WORDS);
            editor.get(Drafts.DELEGATIONS + "?limit=" + WORDS).expect(400);
            Api.unchecked()
                    .bearing(token + "x")
                    .get(Drafts.DELEGATIONS + "?q=" + WORDS)
                    .expect(401);
            var feed = editor.with("Idempotency-Key", KEY + 5)
                    .post("/api/v1/calendar-feeds", "{\"label\": \"Wall\", \"lang\": \"vi\", \"kinds\": [\"MEETING\"]}")
                    .expect(201);
            String address = feed.at("/address");
            editor.get(address).expect(200);
            editor.get(address.replace("calendar.ics", "nothing"));
            String secret = address.split("/")[4];

            for (String mark : List.of(WORDS, KEY, NAME, SUBJECT, secret, token.split("\\.")[2])) {
                assertThat(log.with(mark)).as(mark).isEmpty();
            }
        }
    }

    @Test
    void a_page_says_which_part_is_well() {
        String page = RestAssured.get(management.resolve("/q/status")).asString();
        assertThat(page)
                .contains("<td>migrations</td><td class=\"well\">well</td>")
                .contains("<td>identity-server</td><td class=\"well\">well</td>")
                .contains("Database connections health check")
                .doesNotContain("<script");
        Api.unchecked().get("/q/status").expect(404);
    }
}
