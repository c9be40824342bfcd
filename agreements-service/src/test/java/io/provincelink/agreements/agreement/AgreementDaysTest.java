package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.life.AgreementActionType;
import io.provincelink.agreements.agreement.life.AgreementStatus;
import io.provincelink.kit.caller.Role;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random sequences of actions, sent one by one: the agreement, the list and what is called possible tell the same of each day. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AgreementDaysTest {

    private static final String ALL = "/api/v1/agreements";
    private static final LocalDate START = LocalDate.of(2018, 2, 1);
    private static final int STEPS = 12;
    private static final int DAYS = 10;
    private static final AgreementStatus[] STATUSES = AgreementStatus.values();

    /** SUCCEED is not among them: no unit of the parties is closed on these days. */
    private static final List<AgreementActionType> TYPES = Arrays.stream(AgreementActionType.values())
            .filter(type -> type != AgreementActionType.SUCCEED)
            .toList();

    // thousands of calls, whose shape other tests compare with the contract
    private final Api anonymous = Api.unchecked();
    private final Api reader = anonymous.as("XA.01", "reader", "editor");

    /** One agreement and those who act on it; the same seed does the same. */
    private final class Play {
        private final Random random;
        private final String system = "days-" + UUID.randomUUID();
        private final String address;
        private String etag;

        Play(long seed) {
            random = new Random(seed);
            Api.Answer drafted = reader.post(
                            ALL,
                            AgreementMother.with(
                                    AgreementMother.unsigned(AgreementMother.code()),
                                    "externalIds",
                                    "[{\"system\": \"" + system + "\", \"id\": \"1\"}]"))
                    .expect(201);
            address = drafted.header("Location");
            etag = reader.get(address).etag();
        }

        /** Mostly forward in time, which comes farther; now and then something of before is recorded later. */
        void step(int number) {
            boolean forward = random.nextInt(5) > 0;
            LocalDate day = START.plusDays(forward ? number * 10L + random.nextInt(10) : random.nextInt(STEPS * 10));
            JsonNode then = reader.get(address + "?asOf=" + day).expect(200).json();
            List<AgreementActionType> possible = new ArrayList<>();
            then.at("/possibleActions").forEach(type -> possible.add(AgreementActionType.valueOf(type.asText())));
            AgreementActionType type = choice(possible);
            boolean first = random.nextBoolean();

            boolean done = tried(type, day, first, then) || tried(type, day, !first, then);

            assertThat(done)
                    .as("%s on %s, possible are %s", type, day, possible)
                    .isEqualTo(possible.contains(type));
            if (done && random.nextInt(4) == 0) {
                takeBack(type, then.at("/actions"), day);
            }
        }

        /** The next step finds it as it was before the last one. */
        private void takeBack(AgreementActionType type, JsonNode before, LocalDate day) {
            JsonNode actions = reader.get(address).expect(200).json().at("/actions");
            JsonNode latest = actions.get(0);
            for (JsonNode action : actions) {
                latest = action.at("/number").asInt() > latest.at("/number").asInt() ? action : latest;
            }
            Api recorder = anonymous.as(latest.at("/region").asText(), Role.READER, type.role());

            recorder.with("If-Match", etag)
                    .delete(address + "/actions/" + latest.at("/number").asInt())
                    .expect(200);

            etag = reader.get(address).etag();
            assertThat(reader.get(address + "?asOf=" + day).json().at("/actions"))
                    .isEqualTo(before);
        }

        private AgreementActionType choice(List<AgreementActionType> possible) {
            for (AgreementActionType leading :
                    List.of(AgreementActionType.SIGN, AgreementActionType.ENTER_INTO_FORCE)) {
                if (possible.contains(leading) && random.nextBoolean()) {
                    return leading;
                }
            }
            return possible.isEmpty() || random.nextInt(4) == 0
                    ? TYPES.get(random.nextInt(TYPES.size()))
                    : possible.get(random.nextInt(possible.size()));
        }

        private boolean tried(AgreementActionType type, LocalDate day, boolean left, JsonNode then) {
            if (type == AgreementActionType.ENTER_INTO_FORCE) {
                // its last day may contradict what was recorded of later days; possible is that it enters
                return tried(type, left, body(type, day, day.plusDays(random.nextInt(90))))
                        || tried(type, left, body(type, day, null));
            }
            return tried(type, left, body(type, day, type == AgreementActionType.EXTEND ? extended(then, day) : null));
        }

        private boolean tried(AgreementActionType type, boolean left, String body) {
            Api who = anonymous.as(left ? "XA.01" : "XB.010100", Role.READER, type.role());
            Api.Answer answer = who.post(address + "/actions", body);
            if (answer.status() == 409) {
                assertThat(reader.get(address).etag()).as("after " + body).isEqualTo(etag);
                return false;
            }
            String before = etag;
            answer.expect(200);
            etag = reader.get(address).etag(); // of what this reader is shown
            assertThat(etag).as("after " + body).isNotEqualTo(before);
            return true;
        }

        private String body(AgreementActionType type, LocalDate day, LocalDate until) {
            return "{\"type\": \"%s\", \"on\": \"%s\"%s%s}"
                    .formatted(
                            type,
                            day,
                            until == null ? "" : ", \"until\": \"" + until + "\"",
                            type == AgreementActionType.AMEND ? ", \"note\": {\"en\": \"An annex\"}" : "");
        }

        /** One day longer than what was agreed by then: later extensions may build upon the next one. */
        private static LocalDate extended(JsonNode then, LocalDate day) {
            LocalDate until = day;
            for (JsonNode action : then.at("/actions")) {
                boolean before = !LocalDate.parse(action.at("/on").asText()).isAfter(day);
                if (before && action.has("until")) {
                    until = LocalDate.parse(action.at("/until").asText());
                }
            }
            return until.isBefore(day) ? day : until.plusDays(1);
        }

        void compare() {
            String mine = ALL + "?externalId=" + system + ":1&status=";
            for (int i = 0; i < DAYS; i++) {
                LocalDate day = START.plusDays(random.nextInt(STEPS * 10 + 80) - 10);
                String asOf = "&asOf=" + day;
                String status = reader.get(address + "?asOf=" + day).expect(200).at("/status");
                JsonNode hits =
                        reader.get(mine + status + asOf).expect(200).json().at("/items");

                assertThat(hits).as(status + " on " + day).hasSize(1);
                assertThat(hits.at("/0/status").asText()).isEqualTo(status);
                // over the days each of the others is asked for once
                AgreementStatus other = STATUSES[i % STATUSES.length];
                if (!other.name().equals(status)) {
                    assertThat(reader.get(mine + other + asOf)
                                    .expect(200)
                                    .json()
                                    .at("/items"))
                            .as(other + " on " + day)
                            .isEmpty();
                }
            }
        }
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void each_day_is_told_alike_whatever_was_done(int seed) {
        Play play = new Play(seed);
        for (int step = 0; step < STEPS; step++) {
            play.step(step);
        }

        play.compare();
    }
}
