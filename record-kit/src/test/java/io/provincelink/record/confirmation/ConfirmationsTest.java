package io.provincelink.record.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.record.confirmation.Confirmation.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationsTest {

    private static final Regions REGIONS = Regions.load();
    private static final LocalDate ANCHOR = LocalDate.of(2016, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Confirmation.Authority BY = new Confirmation.Authority("XA.01", null, Role.APPROVER);

    private static Confirmation word(String party, Decision decision, @Nullable String comment) {
        return new Confirmation(party, decision, comment == null ? null : Text.en(comment), Instant.EPOCH, BY);
    }

    private static Confirmation agrees(String party) {
        return word(party, Decision.AGREED, null);
    }

    /** The words "A+ B-": party and whether it agrees. */
    private static Confirmations after(String words) {
        Confirmations said = Confirmations.NONE;
        for (String word : words.isBlank() ? new String[0] : words.split(" ")) {
            boolean agreed = word.endsWith("+");
            said = said.with(List.of(
                    word(word.substring(0, 1), agreed ? Decision.AGREED : Decision.DISPUTED, agreed ? null : "no")));
        }
        return said;
    }

    @ParameterizedTest(name = "of {0} after {1}: {2}")
    @CsvSource({
        "A,     '',          PROPOSED",
        "A,     A+,          AGREED",
        "A,     A-,          DISPUTED",
        "A B,   A+,          PROPOSED",
        "A B,   A+ B+,       AGREED",
        "A B,   A+ A+,       PROPOSED",
        "A B,   A+ B-,       DISPUTED",
        "A B,   A-,          DISPUTED",
        // a dispute is settled by who raised it, and by nobody else
        "A B,   A- B+,       DISPUTED",
        "A B,   A- B+ A+,    AGREED",
        "A B,   A+ B+ A-,    DISPUTED",
        "A B C, A+ B+,       PROPOSED",
        "A B C, A+ B+ C+,    AGREED",
        // who is no party has no say
        "A,     A+ B-,       AGREED",
        "A B,   A+ C+,       PROPOSED",
    })
    void the_parties_stand_to_it_as_their_last_words_say(String parties, String words, Standing expected) {
        assertThat(after(words).standing(List.of(parties.split(" ")))).isEqualTo(expected);
    }

    @Test
    void each_party_has_one_word_and_a_later_one_takes_its_place() {
        Confirmations said = after("A- B+ A+");

        assertThat(said.words()).extracting(Confirmation::party).containsExactly("B", "A");
        assertThat(said.words()).extracting(Confirmation::decision).containsOnly(Decision.AGREED);
    }

    @Test
    void a_repetition_at_another_time_changes_nothing_and_another_comment_does() {
        Confirmations said = Confirmations.NONE.with(List.of(agrees("A")));
        var later = new Confirmation("A", Decision.AGREED, null, Instant.EPOCH.plusSeconds(60), BY);

        assertThat(said.with(List.of(later))).isSameAs(said);
        assertThat(said.with(List.of(word("A", Decision.AGREED, "gladly")))).isNotEqualTo(said);
    }

    @Test
    void a_successor_of_several_parties_speaks_for_each_and_is_named() {
        Caller tuyenQuang = caller("VN.08");
        var request = new ConfirmationRequest(Decision.AGREED, null);

        List<Confirmation> words =
                request.words(tuyenQuang, List.of("VN.02", "CN.532600", "VN.08"), ANCHOR, Instant.EPOCH);

        assertThat(words).extracting(Confirmation::party).containsExactly("VN.02", "VN.08");
        assertThat(words).extracting(word -> word.by().region()).containsOnly("VN.08");
        assertThat(words).extracting(word -> word.by().body()).containsOnly("People's committee");
    }

    @Test
    void nobody_speaks_for_another_party_or_from_above() {
        var request = new ConfirmationRequest(Decision.AGREED, null);

        for (String region : new ArrayList<>(List.of("VN.10", "VN", "CN.530000"))) {
            assertThatThrownBy(
                            () -> request.words(caller(region), List.of("VN.02", "CN.532600"), ANCHOR, Instant.EPOCH))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage(region.equals("CN.530000") ? "needs-approver" : "not-your-party");
        }
    }

    @Test
    void who_disputes_says_what() {
        var request = new ConfirmationRequest(Decision.DISPUTED, null);

        assertThatThrownBy(() -> request.words(caller("VN.08"), List.of("VN.02"), ANCHOR, Instant.EPOCH))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/comment")));
    }

    private static Caller caller(String region) {
        return new Caller(
                "issuer",
                "client",
                REGIONS.latest(region, TODAY).orElseThrow(),
                "People's committee",
                Set.of(Role.APPROVER),
                REGIONS,
                TODAY);
    }
}
