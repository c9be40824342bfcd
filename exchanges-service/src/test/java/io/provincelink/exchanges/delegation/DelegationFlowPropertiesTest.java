package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.delegation.DelegationStatus.ACCEPTED;
import static io.provincelink.exchanges.delegation.DelegationStatus.CANCELLED;
import static io.provincelink.exchanges.delegation.DelegationStatus.COMPLETED;
import static io.provincelink.exchanges.delegation.DelegationStatus.DECLINED;
import static io.provincelink.exchanges.delegation.DelegationStatus.PROPOSED;
import static io.provincelink.exchanges.delegation.DelegationStatus.UNDER_WAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordRoot.Registration;
import io.provincelink.record.confirmation.Confirmation.Decision;
import io.provincelink.record.confirmation.ConfirmationRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Random steps by random callers, in random order: what must hold whatever they try. */
class DelegationFlowPropertiesTest {

    private static final Regions REGIONS = Regions.load();
    private static final LocalDate DAY = LocalDate.of(2019, 5, 6);
    private static final int ANNOUNCED = 12;

    /** Written down here a second time. */
    private static final Map<DelegationStatus, Set<DelegationStatus>> ALLOWED = Map.of(
            PROPOSED, EnumSet.of(ACCEPTED, DECLINED, CANCELLED),
            ACCEPTED, EnumSet.of(UNDER_WAY, CANCELLED),
            UNDER_WAY, EnumSet.of(COMPLETED, CANCELLED),
            DECLINED, EnumSet.noneOf(DelegationStatus.class),
            COMPLETED, EnumSet.noneOf(DelegationStatus.class),
            CANCELLED, EnumSet.noneOf(DelegationStatus.class));

    /** What somebody tries: a step, or to confirm or correct what came of it. */
    sealed interface Attempt permits Step, Confirming, Correcting {
        Caller by();
    }

    record Step(Caller by, DelegationTransition asked) implements Attempt {}

    record Confirming(Caller by, ConfirmationRequest request) implements Attempt {}

    record Correcting(Caller by, DelegationReport report) implements Attempt {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Arbitraries.frequencyOf(Tuple.of(6, steps()), Tuple.of(2, confirmings()), Tuple.of(1, correctings()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private Arbitrary<Attempt> steps() {
        Arbitrary<DelegationTransition> asked = Combinators.combine(
                        Arbitraries.of(DelegationStatus.class), reports().injectNull(0.3), travelled())
                .as((to, report, travelled) ->
                        new DelegationTransition(to, report, to == COMPLETED ? travelled : null, null));
        return Combinators.combine(callers(), asked).as(Step::new);
    }

    private Arbitrary<Attempt> confirmings() {
        Arbitrary<ConfirmationRequest> requests =
                Combinators.combine(Arbitraries.of(Decision.class), reports()).as(ConfirmationRequest::new);
        return Combinators.combine(callers(), requests).as(Confirming::new);
    }

    private Arbitrary<Attempt> correctings() {
        Arbitrary<DelegationReport> reports =
                Combinators.combine(reports(), travelled()).as(DelegationReport::new);
        return Combinators.combine(callers(), reports).as(Correcting::new);
    }

    private static Arbitrary<Text> reports() {
        return Arbitraries.of("one", "two").map(Text::en);
    }

    private static Arbitrary<@Nullable Integer> travelled() {
        return Arbitraries.integers().between(1, 20).injectNull(0.5);
    }

    /** Both sides, the unit above one of them, and somebody else; with either role. */
    private static Arbitrary<Caller> callers() {
        Arbitrary<String> regions = Arbitraries.frequency(
                Tuple.of(3, "XA.01"), Tuple.of(5, "XB.010100"), Tuple.of(1, "XB.010000"), Tuple.of(1, "VN.15"));
        return Combinators.combine(regions, Arbitraries.of(Role.EDITOR, Role.APPROVER, Role.READER))
                .as(DelegationFlowPropertiesTest::caller);
    }

    @Property(tries = 500)
    void no_attempt_breaks_the_flow(
            @ForAll("attempts") List<Attempt> attempts, @ForAll Visibility asked, @ForAll boolean written) {
        String writer = written ? "XA.01" : "XB.010100";
        Delegation delegation = delegation(asked == Visibility.PUBLIC ? null : asked, writer);
        for (Attempt attempt : attempts) {
            DelegationStatus before = delegation.status();
            int steps = delegation.transitions().size();
            boolean done = isDone(delegation, attempt);
            if (attempt instanceof Step step && done) {
                checkStep(delegation, step, before, writer);
            } else {
                assertThat(delegation.status()).as("no step").isEqualTo(before);
                assertThat(delegation.transitions()).hasSize(steps);
            }
            checkState(delegation);
        }
        Statistics.collect(delegation.status());
    }

    private static void checkStep(Delegation delegation, Step step, DelegationStatus before, String writer) {
        assertThat(ALLOWED.get(before)).contains(step.asked().to());
        assertThat(delegation.status()).isEqualTo(step.asked().to());
        String region = step.by().unit() == null ? "" : step.by().unit().code();
        if (step.asked().to().isAnswer()) {
            assertThat(region).as("answers").isNotEqualTo(writer).isIn("XA.01", "XB.010100");
            assertThat(step.by().has(Role.APPROVER)).isTrue();
            assertThat(delegation.visibility()).isNotEqualTo(Visibility.OWN_SIDE);
        }
        assertThat(region).isNotEqualTo("VN.15");
        DelegationStep last =
                delegation.transitions().get(delegation.transitions().size() - 1);
        assertThat(last.to()).isEqualTo(delegation.status());
    }

    private static void checkState(Delegation delegation) {
        boolean completed = delegation.status() == COMPLETED;
        if (completed) {
            assertThat(delegation.report()).isNotNull();
        } else {
            assertThat(delegation.travelled()).isNull();
            assertThat(delegation.confirmations().words()).isEmpty();
        }
        assertThat(delegation.size()).isEqualTo(ANNOUNCED);
        assertThat(delegation.standing() != null).isEqualTo(completed);
        if (delegation.standing() == Standing.AGREED) {
            assertThat(delegation.confirmations().words())
                    .allMatch(word -> word.decision() == Decision.AGREED)
                    .hasSize(2);
        }
    }

    /** As the API does it: what is refused changes nothing, and nobody writes for whom it is not his. */
    private static boolean isDone(Delegation delegation, Attempt attempt) {
        try {
            if (attempt instanceof Step step) {
                step.by().requireActsForOneOf(delegation.parties(), delegation.anchor());
                delegation.move(step.asked(), step.by(), Instant.EPOCH);
            } else if (attempt instanceof Confirming confirming) {
                delegation.confirm(confirming
                        .request()
                        .words(confirming.by(), delegation.parties(), delegation.anchor(), Instant.EPOCH));
            } else if (attempt instanceof Correcting correcting) {
                correcting.by().requireActsForOneOf(delegation.parties(), delegation.anchor());
                boolean same = correcting.report().report().equals(delegation.report())
                        && java.util.Objects.equals(correcting.report().travelled(), delegation.travelled());
                var words = delegation.confirmations();
                delegation.correct(correcting.report());
                assertThat(delegation.confirmations().words()).isEqualTo(same ? words.words() : List.of());
            }
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.type().status()).isIn(400, 403, 409);
            return false;
        }
    }

    private static Delegation delegation(@Nullable Visibility asked, String writer) {
        DelegationDraft draft = new DelegationDraft(
                null,
                "XA.01",
                "XB.010100",
                DelegationLevel.DEPARTMENT,
                Text.en("Visit"),
                List.of(Field.HEALTH),
                new Period(DAY, DAY),
                null,
                ANNOUNCED,
                null,
                null,
                null,
                null,
                null,
                null,
                asked,
                null,
                null);
        var registration = new Registration(
                UUID.randomUUID(),
                writer,
                draft.regions(),
                new Anchor(REGIONS, DAY),
                draft.shownTo(),
                List.of(),
                Instant.EPOCH);
        return new Delegation(registration, draft, List.of());
    }

    private static Caller caller(String region, String role) {
        LocalDate today = LocalDate.of(2021, 1, 1);
        return new Caller(
                "tests", region, REGIONS.latest(region, today).orElseThrow(), null, Set.of(role), REGIONS, today);
    }
}
