package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.delegation.DelegationStatus.ACCEPTED;
import static io.provincelink.exchanges.delegation.DelegationStatus.CANCELLED;
import static io.provincelink.exchanges.delegation.DelegationStatus.COMPLETED;
import static io.provincelink.exchanges.delegation.DelegationStatus.DECLINED;
import static io.provincelink.exchanges.delegation.DelegationStatus.PROPOSED;
import static io.provincelink.exchanges.delegation.DelegationStatus.UNDER_WAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordRoot.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DelegationTest {

    private static final Regions REGIONS = Regions.load();
    private static final LocalDate TODAY = LocalDate.of(2021, 1, 1);

    private static final Map<DelegationStatus, Set<DelegationStatus>> TABLE = Map.of(
            PROPOSED, EnumSet.of(ACCEPTED, DECLINED, CANCELLED),
            ACCEPTED, EnumSet.of(UNDER_WAY, CANCELLED),
            UNDER_WAY, EnumSet.of(COMPLETED, CANCELLED),
            DECLINED, EnumSet.noneOf(DelegationStatus.class),
            COMPLETED, EnumSet.noneOf(DelegationStatus.class),
            CANCELLED, EnumSet.noneOf(DelegationStatus.class));

    static Stream<Arguments> steps() {
        return Stream.of(DelegationStatus.values())
                .flatMap(from -> Stream.of(DelegationStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void only_the_steps_of_the_table_are_possible(DelegationStatus from, DelegationStatus to) {
        Delegation delegation = in(from);
        Caller mover =
                from == PROPOSED && to == CANCELLED ? caller("XA.01", "editor") : caller("XB.010100", "approver");

        if (TABLE.getOrDefault(from, Set.of()).contains(to)) {
            move(delegation, to, mover);
            assertThat(delegation.status()).isEqualTo(to);
        } else {
            ProblemException refused = refused(delegation, to, mover);
            assertThat(refused.type().status()).isEqualTo(409);
            assertThat(refused.problem(Locale.ENGLISH, "").detail()).isEqualTo("Now possible: " + named(from) + ".");
            assertThat(delegation.status()).isEqualTo(from);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // from, to, region, role, allowed: XA.01 wrote it
        "PROPOSED,  ACCEPTED,  XB.010100, approver, true",
        "PROPOSED,  DECLINED,  XB.010100, approver, true",
        "PROPOSED,  ACCEPTED,  XB.010100, editor,   false",
        "PROPOSED,  DECLINED,  XB.010100, editor,   false",
        "PROPOSED,  ACCEPTED,  XA.01,     approver, false",
        "PROPOSED,  DECLINED,  XA.01,     approver, false",
        "PROPOSED,  ACCEPTED,  XB.010000, approver, false",
        "PROPOSED,  ACCEPTED,  VN.15,     approver, false",
        "PROPOSED,  CANCELLED, XA.01,     editor,   true",
        "PROPOSED,  CANCELLED, XA.01,     approver, true",
        "PROPOSED,  CANCELLED, XB.010100, approver, false",
        "ACCEPTED,  UNDER_WAY, XA.01,     editor,   true",
        "ACCEPTED,  UNDER_WAY, XB.010100, editor,   true",
        "ACCEPTED,  UNDER_WAY, XB.010000, editor,   true",
        "ACCEPTED,  UNDER_WAY, VN.15,     editor,   false",
        "ACCEPTED,  CANCELLED, XB.010100, approver, true",
        "UNDER_WAY, COMPLETED, XB.010100, editor,   true",
        "UNDER_WAY, CANCELLED, XA.01,     approver, true",
        "UNDER_WAY, COMPLETED, VN.15,     approver, false",
    })
    void each_step_belongs_to_a_side_and_a_role(
            DelegationStatus from, DelegationStatus to, String region, String role, boolean allowed) {
        Delegation delegation = in(from);
        Caller mover = caller(region, role);

        if (allowed) {
            move(delegation, to, mover);
            assertThat(delegation.status()).isEqualTo(to);
        } else {
            assertThat(refused(delegation, to, mover).type().status()).isEqualTo(403);
        }
    }

    @Test
    void the_side_that_sends_answers_an_invitation_that_the_receiving_side_wrote() {
        Delegation invited = delegation(null, Field.HEALTH, DelegationLevel.DEPARTMENT, "XB.010100");

        assertThat(refused(invited, ACCEPTED, caller("XB.010100", "approver"))
                        .type()
                        .status())
                .isEqualTo(403);
        move(invited, ACCEPTED, caller("XA.01", "approver"));

        assertThat(invited.transitions()).extracting(DelegationStep::party).containsExactly("XA.01");
    }

    @ParameterizedTest
    @CsvSource({
        ",        HEALTH,            DEPARTMENT,  PUBLIC",
        "PARTIES, HEALTH,            DEPARTMENT,  PARTIES",
        ",        POLICE,            DEPARTMENT,  PARTIES",
        ",        JUSTICE,           DEPARTMENT,  PARTIES",
        ",        BORDER_MANAGEMENT, DEPARTMENT,  PARTIES",
        ",        HEALTH,            BORDER_POST, PARTIES",
    })
    void acceptance_publishes_what_nobody_wants_to_keep(
            @Nullable Visibility asked, Field field, DelegationLevel level, Visibility then) {
        Delegation delegation = delegation(asked, field, level, "XA.01");

        move(delegation, ACCEPTED, caller("XB.010100", "approver"));

        assertThat(delegation.visibility()).isEqualTo(then);
    }

    @Test
    void what_the_other_side_cannot_see_it_cannot_answer() {
        Delegation draft = delegation(Visibility.OWN_SIDE, Field.HEALTH, DelegationLevel.DEPARTMENT, "XA.01");

        ProblemException refused = refused(draft, ACCEPTED, caller("XB.010100", "approver"));

        assertThat(refused.type().status()).isEqualTo(409);
        assertThat(refused.problem(Locale.ENGLISH, "").detail())
                .contains("CANCELLED")
                .doesNotContain("ACCEPTED");
    }

    @Test
    void a_report_stays_when_a_later_step_brings_none() {
        Delegation delegation = in(UNDER_WAY);

        delegation.move(
                new DelegationTransition(COMPLETED, Text.en("went well"), null, Text.en("late")),
                caller("XA.01", "editor"),
                Instant.EPOCH);

        assertThat(delegation.report()).isEqualTo(Text.en("went well"));
        assertThat(delegation.transitions())
                .extracting(DelegationStep::to)
                .containsExactly(ACCEPTED, UNDER_WAY, COMPLETED);
        assertThat(delegation.transitions().get(2).note()).isEqualTo(Text.en("late"));
    }

    @Test
    void what_has_no_report_is_not_completed() {
        Delegation delegation = in(UNDER_WAY);

        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> delegation.move(
                        new DelegationTransition(COMPLETED, null, 3, null), caller("XA.01", "editor"), Instant.EPOCH));

        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/report");
        assertThat(delegation.status()).isEqualTo(UNDER_WAY);
    }

    @Test
    void a_report_may_come_before_the_end() {
        Delegation delegation = in(ACCEPTED);
        Caller editor = caller("XA.01", "editor");

        delegation.move(
                new DelegationTransition(UNDER_WAY, Text.en("so far so good"), null, null), editor, Instant.EPOCH);
        delegation.move(new DelegationTransition(COMPLETED, null, 7, null), editor, Instant.EPOCH);

        assertThat(delegation.report()).isEqualTo(Text.en("so far so good"));
        assertThat(delegation.travelled()).isEqualTo(7);
    }

    @Test
    void how_many_travelled_is_known_only_at_the_end() {
        Delegation delegation = in(ACCEPTED);

        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> delegation.move(
                        new DelegationTransition(UNDER_WAY, null, 7, null), caller("XA.01", "editor"), Instant.EPOCH));

        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/travelled");
    }

    @Test
    void only_what_is_completed_is_confirmed_or_corrected() {
        Delegation delegation = in(UNDER_WAY);
        DelegationReport report = new DelegationReport(Text.en("Done"), null);

        assertThat(catchThrowableOfType(ProblemException.class, () -> delegation.confirm(List.of()))
                        .type()
                        .status())
                .isEqualTo(409);
        assertThat(catchThrowableOfType(ProblemException.class, () -> delegation.correct(report))
                        .type()
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        // today, until, allowed: the period ends on 2019-05-06
        "2019-05-01, 2019-05-01, true",
        "2019-05-02, 2019-05-01, false",
        "2019-05-01, 2020-05-06, true",
        "2019-05-01, 2020-05-07, false",
        "2021-01-01, 2021-01-01, false",
    })
    void members_are_released_from_today_to_a_year_after_the_return(LocalDate today, LocalDate until, boolean allowed) {
        Delegation delegation = in(ACCEPTED);

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> delegation.release(until, today));

        assertThat(refused == null).isEqualTo(allowed);
        assertThat(delegation.isReleased(until)).isEqualTo(allowed);
        assertThat(delegation.isReleased(until.plusDays(1))).isFalse();
    }

    private static String named(DelegationStatus from) {
        Set<DelegationStatus> next = TABLE.getOrDefault(from, Set.of());
        return next.isEmpty() ? "–" : next.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static Delegation in(DelegationStatus wanted) {
        Delegation delegation = delegation(null, Field.HEALTH, DelegationLevel.DEPARTMENT, "XA.01");
        Caller other = caller("XB.010100", "approver");
        switch (wanted) {
            case PROPOSED -> {}
            case ACCEPTED, DECLINED -> move(delegation, wanted, other);
            case CANCELLED -> move(delegation, CANCELLED, caller("XA.01", "editor"));
            case UNDER_WAY -> {
                move(delegation, ACCEPTED, other);
                move(delegation, UNDER_WAY, other);
            }
            case COMPLETED -> {
                move(delegation, ACCEPTED, other);
                move(delegation, UNDER_WAY, other);
                move(delegation, COMPLETED, other);
            }
        }
        return delegation;
    }

    private static Delegation delegation(
            @Nullable Visibility asked, Field field, DelegationLevel level, String writer) {
        LocalDate day = LocalDate.of(2019, 5, 6);
        DelegationDraft draft = new DelegationDraft(
                null,
                "XA.01",
                "XB.010100",
                level,
                Text.en("Visit"),
                List.of(field),
                new Period(day, day),
                null,
                12,
                null,
                null,
                null,
                null,
                null,
                null,
                asked,
                null,
                null);
        return new Delegation(
                new Registration(
                        UUID.randomUUID(),
                        writer,
                        draft.regions(),
                        new Anchor(REGIONS, day),
                        draft.shownTo(),
                        List.of(),
                        Instant.EPOCH),
                draft,
                List.of());
    }

    private static void move(Delegation delegation, DelegationStatus to, Caller mover) {
        Text report = to == COMPLETED ? Text.en("Done") : null;
        delegation.move(new DelegationTransition(to, report, null, null), mover, Instant.EPOCH);
    }

    private static ProblemException refused(Delegation delegation, DelegationStatus to, Caller mover) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> move(delegation, to, mover));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static Caller caller(String region, String role) {
        return new Caller(
                "tests",
                region,
                REGIONS.latest(region, TODAY).orElseThrow(),
                null,
                Set.of(role.equals("approver") ? Role.APPROVER : Role.EDITOR),
                REGIONS,
                TODAY);
    }
}
