package io.provincelink.exchanges.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.Period;
import io.provincelink.testing.RealPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed of agreements-service is outside this service, so it is played by a server of the JDK. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ProgrammeFollowerTest {

    private static final String ID = "0198c0de-0000-7000-8000-00000000a001";
    private static final String CREATED = """
            {"op": "CREATED", "type": "PROGRAMME", "id": "%s", "version": 1, "at": "2021-05-26T00:00:00Z",
             "record": {"code": "%s", "period": {"from": "2016-01-01", "to": "%s"}, "title": {"en": "more than is read"}}}""";

    @Inject
    KnownProgrammes programmes;

    @Inject
    Regions regions;

    @Inject
    Today today;

    @Inject
    ObjectMapper json;

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer agreements;
    private ProgrammeFollower follower;

    @BeforeEach
    void start() throws IOException {
        agreements = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agreements.createContext("/api/v1/changes", this::answer);
        agreements.start();
        follower = new ProgrammeFollower(new ProgrammeFeed(settings(), json), programmes, regions, today);
        forget();
    }

    @AfterEach
    void stop() {
        agreements.stop(0);
        forget();
    }

    @Test
    void a_public_programme_is_known_by_its_code_and_its_id() throws InterruptedException {
        answers.put("", page("one", CREATED.formatted(ID, "known-2016-2020", "2020-12-31")));

        follower.follow();

        Period period = new Period(LocalDate.of(2016, 1, 1), LocalDate.of(2020, 12, 31));
        assertThat(known("known-2016-2020", ID, "other"))
                .containsOnly(Map.entry("known-2016-2020", period), Map.entry(ID, period));
    }

    @Test
    void it_reads_on_from_where_it_was() throws InterruptedException {
        answers.put("", page("one", CREATED.formatted(ID, "known-2016-2020", "2020-12-31")));
        follower.follow();
        answers.put(
                "one",
                page("two", CREATED.replace("CREATED", "UPDATED").formatted(ID, "known-2016-2020", "2021-06-30")));

        follower.follow();

        assertThat(known(ID).get(ID).to()).isEqualTo("2021-06-30");
        assertThat(asked).containsExactly("", "one", "one", "two");
    }

    @Test
    void what_went_out_of_sight_is_known_no_more() throws InterruptedException {
        answers.put("", page("one", CREATED.formatted(ID, "known-2016-2020", "2020-12-31")));
        answers.put("one", page("two", "{\"op\": \"DELETED\", \"id\": \"" + ID + "\"}"));

        follower.follow();

        assertThat(known(ID)).isEmpty();
    }

    @Test
    void a_cursor_that_leads_nowhere_starts_it_anew() throws InterruptedException {
        answers.put("", page("one", CREATED.formatted(ID, "known-2016-2020", "2020-12-31")));
        follower.follow();
        String other = UUID.randomUUID().toString();
        answers.put("one", "410");
        answers.put("", page("three", CREATED.formatted(other, "another", "2020-12-31")));

        follower.follow();

        assertThat(known(ID, other)).containsOnlyKeys(other);
    }

    @Test
    void an_answer_that_is_none_leaves_what_is_known() throws InterruptedException {
        answers.put("", page("one", CREATED.formatted(ID, "known-2016-2020", "2020-12-31")));
        follower.follow();

        for (String broken :
                List.of("500", "not JSON", "{}", "[]", "null", "{\"items\": [{}], \"nextCursor\": \"x\"}")) {
            answers.put("one", broken);
            follower.follow();
            assertThat(known(ID)).as(broken).hasSize(1);
        }
    }

    @Test
    void of_two_instances_that_read_the_same_stretch_one_takes_it() {
        FeedPage older = feed("one", CREATED.formatted(ID, "known-2016-2020", "2020-12-31"));
        FeedPage newer = feed("two", CREATED.formatted(ID, "known-2016-2020", "2021-12-31"));
        QuarkusTransaction.requiringNew().run(() -> programmes.take(reader(), null, older));
        QuarkusTransaction.requiringNew().run(() -> programmes.take(reader(), "one", newer));

        QuarkusTransaction.requiringNew().run(() -> programmes.take(reader(), null, older));

        assertThat(known(ID).get(ID).to()).isEqualTo("2021-12-31");
    }

    private void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> programmes.cursor(reader()).ifPresent(cursor -> programmes.beginAnew(reader(), cursor)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String cursor = query.contains("&after=") ? query.substring(query.indexOf("&after=") + 7) : "";
        asked.add(cursor);
        String answer = answers.getOrDefault(cursor, page(cursor));
        boolean status = answer.matches("\\d{3}");
        byte[] body = (status ? "" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status ? Integer.parseInt(answer) : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void who_finds_late_that_the_feed_begins_anew_leaves_what_another_instance_has_read_since() {
        FeedPage old = feed("one", CREATED.formatted(ID, "known-2016-2020", "2020-12-31"));
        FeedPage anew = feed("two", CREATED.formatted(ID, "known-2016-2020", "2021-12-31"));
        QuarkusTransaction.requiringNew().run(() -> programmes.take(reader(), null, old));
        QuarkusTransaction.requiringNew().run(() -> programmes.beginAnew(reader(), "one"));
        QuarkusTransaction.requiringNew().run(() -> programmes.take(reader(), null, anew));

        QuarkusTransaction.requiringNew().run(() -> programmes.beginAnew(reader(), "one"));

        assertThat(known(ID).get(ID).to()).isEqualTo("2021-12-31");
    }

    private static String page(String next, String... items) {
        return "{\"items\": [" + String.join(",", items) + "], \"nextCursor\": \"" + next + "\"}";
    }

    private FeedPage feed(String next, String item) {
        try {
            return json.readValue(page(next, item), FeedPage.class);
        } catch (IOException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private Map<String, Period> known(String... references) {
        return programmes.periods(reader(), List.of(references));
    }

    private Caller reader() {
        return Caller.anonymous(regions, today.get());
    }

    private AgreementsSettings settings() {
        URI address = URI.create("http://127.0.0.1:" + agreements.getAddress().getPort());
        return new AgreementsSettings() {
            @Override
            public Optional<URI> url() {
                return Optional.of(address);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Duration pause() {
                return Duration.ofSeconds(10);
            }
        };
    }
}
