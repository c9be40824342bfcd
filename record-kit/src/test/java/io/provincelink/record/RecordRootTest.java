package io.provincelink.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordRootTest {

    private static final Regions REGIONS = Regions.load();
    private static final String HA_GIANG = "VN.02";
    private static final String WENSHAN = "CN.532600";
    private static final String LAO_CAI = "VN.10";

    private static final class Minutes extends RecordRoot {
        private List<Heir> heirs = List.of();

        Minutes(Registration registration) {
            super(registration);
        }

        void revise(List<String> parties, Anchor anchor) {
            place(parties, anchor);
            withdrawConsents();
        }

        void hand(Heir... takers) {
            heirs = List.of(takers);
            show(visibility(), REGIONS);
        }

        @Override
        protected List<Heir> heirs(String party) {
            return heirs == null || !party.equals(HA_GIANG) ? List.of() : heirs;
        }
    }

    private static Anchor on(String day) {
        return new Anchor(REGIONS, LocalDate.parse(day));
    }

    private static Minutes minutes(Visibility visibility, String owner, String... parties) {
        return new Minutes(new RecordRoot.Registration(
                UUID.randomUUID(),
                owner,
                List.of(parties),
                on("2016-01-01"),
                visibility,
                List.of(new ExternalId("a.b", "1"), new ExternalId("c", "2:3")),
                Instant.EPOCH));
    }

    @Test
    void a_draft_is_read_by_the_side_that_wrote_it_and_who_stands_for_that_side() {
        var readers = minutes(Visibility.OWN_SIDE, HA_GIANG, HA_GIANG, WENSHAN)
                .sight()
                .readers();

        assertThat(readers).containsExactly("VN.02", "VN.08@2025-07-01");
    }

    @Test
    void a_record_of_the_parties_is_read_by_both_and_the_units_around_them() {
        var readers =
                minutes(Visibility.PARTIES, HA_GIANG, HA_GIANG, WENSHAN).sight().readers();

        assertThat(readers).containsExactly("CN.530000", "CN.532600", "VN.02", "VN.08@2025-07-01");
    }

    @ParameterizedTest(name = "{0} asked for {1} by {2} after {3}: {4}, changed {5}")
    @CsvSource({
        // the side that wrote it shows it to the parties alone
        "OWN_SIDE, PARTIES,  VN.02,     '',                PARTIES,  true",
        "OWN_SIDE, PARTIES,  CN.532600, '',                OWN_SIDE, false",
        "OWN_SIDE, PUBLIC,   VN.02,     '',                PARTIES,  true",
        "OWN_SIDE, PUBLIC,   CN.532600, '',                OWN_SIDE, true",
        "OWN_SIDE, OWN_SIDE, VN.02,     '',                OWN_SIDE, false",
        // everybody sees it when each party has agreed, in whatever order
        "PARTIES,  PUBLIC,   VN.02,     '',                PARTIES,  true",
        "PARTIES,  PUBLIC,   CN.532600, '',                PARTIES,  true",
        "PARTIES,  PUBLIC,   CN.532600, VN.02,             PUBLIC,   true",
        "PARTIES,  PUBLIC,   VN.02,     CN.532600,         PUBLIC,   true",
        "OWN_SIDE, PUBLIC,   VN.02,     CN.532600,         PUBLIC,   true",
        // once is enough
        "PARTIES,  PUBLIC,   VN.02,     VN.02,             PARTIES,  false",
        "PARTIES,  PARTIES,  VN.02,     '',                PARTIES,  false",
        // and again after a change of what is public
        "PUBLIC,   PUBLIC,   VN.02,     '',                PUBLIC,   true",
        "PUBLIC,   PUBLIC,   VN.02,     VN.02,             PUBLIC,   false",
        // nothing narrows
        "PUBLIC,   PARTIES,  VN.02,     '',                PUBLIC,   false",
        "PARTIES,  OWN_SIDE, VN.02,     '',                PARTIES,  false",
    })
    void publication_widens_as_far_as_the_parties_agree(
            Visibility was, Visibility to, String party, String agreedBefore, Visibility expected, boolean changed) {
        Minutes minutes = minutes(was, HA_GIANG, HA_GIANG, WENSHAN);
        if (!agreedBefore.isEmpty()) {
            minutes.publish(Visibility.PUBLIC, agreedBefore, REGIONS);
        }

        boolean moved = minutes.publish(to, party, REGIONS);

        assertThat(minutes.visibility()).isEqualTo(expected);
        assertThat(moved).isEqualTo(changed);
        assertThat(minutes.sight().readers().contains("*")).isEqualTo(expected == Visibility.PUBLIC);
    }

    @Test
    void two_of_three_parties_are_not_all() {
        Minutes minutes = minutes(Visibility.PARTIES, HA_GIANG, HA_GIANG, WENSHAN, LAO_CAI);

        minutes.publish(Visibility.PUBLIC, LAO_CAI, REGIONS);
        minutes.publish(Visibility.PUBLIC, HA_GIANG, REGIONS);
        assertThat(minutes.visibility()).isEqualTo(Visibility.PARTIES);
        minutes.publish(Visibility.PUBLIC, WENSHAN, REGIONS);

        assertThat(minutes.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(minutes.consents()).containsExactly(LAO_CAI, HA_GIANG, WENSHAN);
    }

    @Test
    void who_agreed_agreed_to_what_it_said_then() {
        Minutes minutes = minutes(Visibility.PARTIES, HA_GIANG, HA_GIANG, WENSHAN);
        minutes.publish(Visibility.PUBLIC, WENSHAN, REGIONS);

        minutes.revise(List.of(HA_GIANG, WENSHAN), on("2016-01-01"));
        minutes.publish(Visibility.PUBLIC, HA_GIANG, REGIONS);

        assertThat(minutes.visibility()).isEqualTo(Visibility.PARTIES);
    }

    @Test
    void what_was_public_stays_public_when_it_is_revised() {
        Minutes minutes = minutes(Visibility.PUBLIC, HA_GIANG, HA_GIANG, WENSHAN);

        minutes.revise(List.of(WENSHAN, HA_GIANG), on("2016-01-01"));

        assertThat(minutes.sight().readers()).containsExactly("*");
        assertThat(minutes.parties()).containsExactly(WENSHAN, HA_GIANG);
    }

    @ParameterizedTest
    @EnumSource(
            value = Visibility.class,
            names = {"PARTIES", "PUBLIC"})
    void what_both_sides_may_see_is_neither_shown_to_a_third_nor_taken_from_one(Visibility visibility) {
        Minutes minutes = minutes(visibility, HA_GIANG, HA_GIANG, WENSHAN);

        assertThatThrownBy(() -> minutes.revise(List.of(HA_GIANG, WENSHAN, LAO_CAI), on("2016-01-01")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> minutes.revise(List.of(HA_GIANG), on("2016-01-01")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_draft_does_not_leave_its_owners_side() {
        Minutes minutes = minutes(Visibility.OWN_SIDE, HA_GIANG, HA_GIANG, WENSHAN);

        assertThatThrownBy(() -> minutes.revise(List.of(WENSHAN, LAO_CAI), on("2016-01-01")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_draft_moved_past_the_merger_belongs_to_the_successor() {
        Minutes minutes = minutes(Visibility.OWN_SIDE, HA_GIANG, WENSHAN, HA_GIANG);

        minutes.revise(List.of(WENSHAN, "VN.08"), on("2026-01-01"));

        assertThat(minutes.owner()).isEqualTo("VN.08");
        assertThat(minutes.sight().readers()).containsExactly("VN.08@2025-07-01");
    }

    @Test
    void an_external_id_keeps_all_behind_its_first_colon() {
        assertThat(minutes(Visibility.PARTIES, HA_GIANG, HA_GIANG).externalIds())
                .extracting(ExternalId::toString)
                .containsExactly("a.b:1", "c:2:3");
    }

    private static Caller approver(String region) {
        LocalDate today = LocalDate.parse("2026-06-01");
        return new Caller(
                "issuer",
                "client",
                REGIONS.latest(region, today).orElseThrow(),
                null,
                Set.of("approver"),
                REGIONS,
                today);
    }

    @Test
    void who_took_a_part_over_sees_and_does_what_the_party_does() {
        Minutes minutes = minutes(Visibility.PARTIES, HA_GIANG, HA_GIANG, WENSHAN);
        Caller langSon = approver("VN.20");
        assertThat(minutes.isDecidedForBy(langSon, HA_GIANG)).isFalse();

        minutes.hand(new RecordRoot.Heir("VN.20", LocalDate.parse("2025-07-01"), true));

        assertThat(minutes.sight().readers())
                .contains("VN.02", "CN.532600", langSon.scope().get(1));
        assertThat(minutes.isActedForBy(langSon, HA_GIANG)).isTrue();
        assertThat(minutes.isDecidedForBy(langSon, HA_GIANG)).isTrue();
        assertThat(minutes.isActedForBy(langSon, WENSHAN)).isFalse();
        assertThat(minutes.parties()).containsExactly(HA_GIANG, WENSHAN);
    }

    @Test
    void who_held_a_part_once_still_sees_the_record_and_acts_no_more() {
        Minutes minutes = minutes(Visibility.OWN_SIDE, HA_GIANG, HA_GIANG, WENSHAN);
        Caller langSon = approver("VN.20");

        minutes.hand(new RecordRoot.Heir("VN.20", LocalDate.parse("2025-07-01"), false));

        assertThat(minutes.sight().readers()).contains(langSon.scope().get(1));
        assertThat(minutes.isActedForBy(langSon, HA_GIANG)).isFalse();
        assertThat(minutes.isDecidedForBy(langSon, HA_GIANG)).isFalse();
    }
}
