package io.provincelink.agreements.agreement.life;

import static io.provincelink.agreements.agreement.life.AgreementStatus.AUTHORISED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.CONSULTED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.DRAFT;
import static io.provincelink.agreements.agreement.life.AgreementStatus.EXPIRED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.IN_CONSULTATION;
import static io.provincelink.agreements.agreement.life.AgreementStatus.IN_FORCE;
import static io.provincelink.agreements.agreement.life.AgreementStatus.SIGNED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.SUBMITTED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.SUSPENDED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Random actions on random days, in random order: what must hold for every life that was let happen. */
class CoursePropertiesTest {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 60;
    private static final LocalDate TODAY = START.plusDays(DAYS);
    private static final List<String> PARTIES = List.of("XA.01", "XB.010100");
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** Written down here a second time: where a status may go to from one day to the next, by one action or by the calendar. */
    private static final Map<AgreementStatus, Set<AgreementStatus>> ALLOWED = Map.of(
            DRAFT, EnumSet.of(SUBMITTED, IN_CONSULTATION, AUTHORISED, SIGNED),
            SUBMITTED, EnumSet.of(IN_CONSULTATION, AUTHORISED, SIGNED),
            IN_CONSULTATION, EnumSet.of(CONSULTED, AUTHORISED, SIGNED),
            CONSULTED, EnumSet.of(IN_CONSULTATION, AUTHORISED, SIGNED),
            AUTHORISED, EnumSet.of(SIGNED),
            SIGNED, EnumSet.of(IN_FORCE, TERMINATED),
            IN_FORCE, EnumSet.of(SUSPENDED, TERMINATED, EXPIRED),
            SUSPENDED, EnumSet.of(IN_FORCE, TERMINATED, EXPIRED),
            EXPIRED, EnumSet.noneOf(AgreementStatus.class),
            TERMINATED, EnumSet.noneOf(AgreementStatus.class));

    /** What somebody tried to record, in the order in which it was tried. */
    record Attempt(Life stated, Setting setting, List<AgreementAction> tried) {

        /** Takes what is accepted, one after the other, as the API does. */
        Life lived() {
            Life life = stated;
            for (AgreementAction action : tried) {
                life = Course.of(life, setting).with(action).orElse(life);
            }
            return life;
        }
    }

    @Provide
    Arbitrary<Attempt> attempts() {
        return attempts(stated());
    }

    @Provide
    Arbitrary<Attempt> attemptsFromNothing() {
        return attempts(Arbitraries.just(new Life(null, null, List.of())));
    }

    private Arbitrary<Attempt> attempts(Arbitrary<Life> stated) {
        Arbitrary<Setting> settings = Combinators.combine(
                        days().injectNull(0.5), Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
                .as((closed, shared) ->
                        new Setting(PARTIES, closed == null ? Map.of() : Map.of(PARTIES.get(0), closed), shared));
        Arbitrary<List<AgreementAction>> tried = actions().list().ofMinSize(1).ofMaxSize(60);
        // half of them in the order of their days, which comes farther; half of them in any
        Arbitrary<List<AgreementAction>> inOrder = tried.map(actions -> actions.stream()
                .sorted(Comparator.comparing(AgreementAction::on))
                .toList());
        return Combinators.combine(stated, settings, Arbitraries.oneOf(tried, inOrder))
                .as(Attempt::new);
    }

    private Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS).map(START::plusDays);
    }

    private Arbitrary<Life> stated() {
        Arbitrary<Period> periods = Combinators.combine(
                        days(), Arbitraries.integers().between(0, 30))
                .as((from, length) -> new Period(from, from.plusDays(length)));
        return Combinators.combine(days().injectNull(0.7), periods.injectNull(0.7))
                .as((signed, period) -> new Life(signed, period, List.of()));
    }

    private Arbitrary<AgreementAction> actions() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.of(AgreementActionType.class),
                                Arbitraries.of(
                                        AgreementActionType.SIGN,
                                        AgreementActionType.SIGN,
                                        AgreementActionType.ENTER_INTO_FORCE,
                                        AgreementActionType.SUSPEND,
                                        AgreementActionType.RESUME,
                                        AgreementActionType.EXTEND)),
                        days(),
                        Arbitraries.integers().between(0, 30).injectNull(0.3),
                        Arbitraries.of(PARTIES))
                .as((type, on, length, party) ->
                        AgreementAction.trial(type, on, length == null ? null : on.plusDays(length), party));
    }

    private static List<LocalDate> everyDay() {
        return START.minusDays(1).datesUntil(START.plusDays(DAYS + 40)).toList();
    }

    @Property(tries = 2000)
    void no_status_follows_another_that_the_table_does_not_let_it_follow(
            @ForAll("attemptsFromNothing") Attempt attempt) {
        Life life = attempt.lived();
        // several steps may fall on one day; told one action at a time each of them is seen
        AgreementStatus before = DRAFT;
        for (int many = 0; many <= life.actions().size(); many++) {
            Life soFar = new Life(null, null, life.actions().subList(0, many));
            LocalDate last = many == 0
                    ? START.minusDays(1)
                    : life.actions().get(many - 1).on();
            Course course = Course.of(soFar, attempt.setting());
            AgreementStatus dayBefore = many == 0
                    ? DRAFT
                    : Course.of(new Life(null, null, life.actions().subList(0, many - 1)), attempt.setting())
                            .on(last);
            if (dayBefore != before) {
                assertThat(dayBefore)
                        .as("only the calendar moves it between actions")
                        .isEqualTo(EXPIRED);
                assertThat(ALLOWED.get(before)).contains(EXPIRED);
            }
            AgreementStatus after = course.on(last);
            if (after != dayBefore) {
                assertThat(ALLOWED.get(dayBefore)).as("after " + dayBefore).contains(after);
            }
            before = after;
        }
        Statistics.label("reached").collect(before);
    }

    @Property(tries = 2000)
    void every_step_of_a_life_is_in_the_table(@ForAll("attempts") Attempt attempt) {
        Life life = attempt.lived();

        assertThat(Course.of(life, attempt.setting()).isSound()).isTrue();
        assertThat(life.actions()).isSortedAccordingTo(Comparator.comparing(AgreementAction::on));
        for (int many = 1; many <= life.actions().size(); many++) {
            AgreementAction action = life.actions().get(many - 1);
            Course before = Course.of(
                    new Life(life.signedOn(), life.period(), life.actions().subList(0, many - 1)), attempt.setting());
            assertThat(Transitions.next(before.on(action.on()), action.type()))
                    .as(action.type() + " in " + before.on(action.on()))
                    .isPresent();
        }
    }

    @Property(tries = 1000)
    void what_was_accepted_is_accepted_again_and_leads_to_the_same(@ForAll("attempts") Attempt attempt)
            throws JsonProcessingException {
        Life life = attempt.lived();

        Life again = attempt.stated();
        for (AgreementAction action : life.actions()) {
            again = Course.of(again, attempt.setting()).with(action).orElse(again);
        }
        Life kept = JSON.readValue(JSON.writeValueAsString(life), Life.class);

        assertThat(again.actions()).isEqualTo(life.actions());
        assertThat(Course.of(again, attempt.setting()).phases())
                .isEqualTo(Course.of(life, attempt.setting()).phases());
        assertThat(kept).isEqualTo(life);
    }

    @Property(tries = 1000)
    void what_was_recorded_last_can_be_taken_back_and_leaves_no_trace_but_its_number(
            @ForAll("attempts") Attempt attempt) {
        Life life = attempt.stated();
        for (AgreementAction action : attempt.tried()) {
            Life before = life;
            life = Course.of(life, attempt.setting()).with(action).orElse(life);
            if (life != before) {
                AgreementAction last = life.latest().orElseThrow();
                Life after = life.without(last);
                assertThat(after.actions()).isEqualTo(before.actions());
                assertThat(after.signedOn()).isEqualTo(before.signedOn());
                assertThat(after.period()).isEqualTo(before.period());
                assertThat(after.lastNumber()).isEqualTo(last.number());
            }
        }
    }

    @Property(tries = 500)
    void an_obstacle_is_named_only_where_there_is_one(
            @ForAll("attempts") Attempt attempt, @ForAll("attempts") Attempt next) {
        Course course = Course.of(attempt.lived(), attempt.setting());

        for (AgreementAction action : next.tried()) {
            if (course.with(action).isPresent()) {
                assertThat(course.obstacle(action)).isEmpty();
            }
        }
    }

    @Property(tries = 500)
    void the_status_on_a_day_rests_on_what_happened_until_then_alone(@ForAll("attempts") Attempt attempt) {
        Life life = attempt.lived();
        Course course = Course.of(life, attempt.setting());

        for (LocalDate day : everyDay()) {
            Life until = new Life(
                    life.signedOn() != null && life.signedOn().isAfter(day) ? null : life.signedOn(),
                    life.period() != null && life.period().from().isAfter(day) ? null : life.period(),
                    life.actions().stream()
                            .filter(action -> !action.on().isAfter(day))
                            .toList());
            assertThat(course.on(day))
                    .as(day.toString())
                    .isEqualTo(Course.of(until, attempt.setting()).on(day));
        }
    }

    @Property(tries = 1000)
    void each_day_has_one_status_and_neighbours_differ(@ForAll("attempts") Attempt attempt) {
        List<Phase> phases = Course.of(attempt.lived(), attempt.setting()).phases();

        assertThat(phases.get(0).fromDay()).isEqualTo(Phase.FIRST_DAY);
        assertThat(phases.get(phases.size() - 1).untilDay()).isEqualTo(Phase.LAST_DAY);
        for (int i = 1; i < phases.size(); i++) {
            assertThat(phases.get(i).fromDay())
                    .isEqualTo(phases.get(i - 1).untilDay().plusDays(1));
            assertThat(phases.get(i).status()).isNotEqualTo(phases.get(i - 1).status());
        }
        assertThat(phases).allMatch(phase -> !phase.untilDay().isBefore(phase.fromDay()));
    }

    @Property(tries = 500)
    void what_is_called_possible_is_accepted_and_nothing_else(
            @ForAll("attempts") Attempt attempt, @ForAll("attempts") Attempt next) {
        Course course = Course.of(attempt.lived(), attempt.setting());

        for (AgreementAction action : next.tried()) {
            boolean accepted = course.with(action).isPresent();
            List<AgreementActionType> possible = course.possible(action.on(), TODAY);
            if (accepted) {
                assertThat(possible).contains(action.type());
            }
            List<AgreementActionType> acceptedSomehow = new ArrayList<>();
            for (AgreementActionType type : AgreementActionType.values()) {
                if (PARTIES.stream().anyMatch(party -> course.isPossible(type, party, action.on()))) {
                    acceptedSomehow.add(type);
                }
            }
            assertThat(possible).isEqualTo(acceptedSomehow);
            Statistics.label("accepted").collect(accepted);
        }
    }
}
