package io.provincelink.agreements.agreement.life;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A life told from its first day to its last: where it stands on each day, and what else follows from its actions. */
public final class Course {

    private final Life life;
    private final Setting setting;
    private final Progress progress;
    private final List<Phase> phases = new ArrayList<>();
    private boolean sound = true;
    private @Nullable AgreementAction broken;
    private @Nullable Fault obstacle;
    private LocalDate since = Phase.FIRST_DAY;
    private AgreementStatus standing = AgreementStatus.DRAFT;

    private Course(Life life, Setting setting) {
        this.life = life;
        this.setting = setting;
        this.progress = new Progress(life, setting);
        tell();
    }

    public static Course of(Life life, Setting setting) {
        return new Course(life, setting);
    }

    private record Event(LocalDate on, @Nullable AgreementAction action, Predicate<Progress> happens) {}

    private void tell() {
        for (Event event : events()) {
            progress.expire(event.on()).ifPresent(this::moved);
            if (!event.happens().test(progress) && sound) {
                sound = false;
                breakAt(event.action());
            }
            moved(event.on());
        }
        progress.expire(Phase.LAST_DAY).ifPresent(this::moved);
        phases.add(new Phase(standing, since, Phase.LAST_DAY));
    }

    private void breakAt(@Nullable AgreementAction action) {
        broken = action;
        obstacle = action == null ? null : progress.obstacle(action).orElse(null);
    }

    /** What the record states stands before the actions of the same day: they were recorded later and build upon it. */
    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        LocalDate signed = life.signedOn();
        if (signed != null) {
            events.add(new Event(signed, null, told -> told.stateSigned(signed)));
        }
        Period inForce = life.period();
        if (inForce != null) {
            events.add(new Event(inForce.from(), null, told -> told.stateInForce(inForce)));
        }
        life.actions().forEach(action -> events.add(new Event(action.on(), action, told -> told.take(action))));
        events.sort(Comparator.comparing(Event::on));
        return events;
    }

    private void moved(LocalDate day) {
        if (progress.status == standing) {
            return;
        }
        if (day.isAfter(since)) {
            phases.add(new Phase(standing, since, day.minusDays(1)));
            since = day;
        } else if (!phases.isEmpty() && phases.get(phases.size() - 1).status() == progress.status) {
            // there and back within a day
            since = phases.remove(phases.size() - 1).fromDay();
        }
        standing = progress.status;
    }

    /** Whether each action is possible at its place. */
    public boolean isSound() {
        return sound;
    }

    /** All days, each in one phase, oldest first. */
    public List<Phase> phases() {
        return List.copyOf(phases);
    }

    public AgreementStatus on(LocalDate day) {
        return phases.stream()
                .filter(phase -> !day.isAfter(phase.untilDay()))
                .findFirst()
                .orElseThrow()
                .status();
    }

    /** By day. */
    public List<Signature> signatures() {
        return List.copyOf(progress.signatures());
    }

    /** The day on which the last party signed. */
    public @Nullable LocalDate signedOn() {
        return progress.signedOn;
    }

    public @Nullable LocalDate inForceSince() {
        return progress.inForceSince;
    }

    /** The last day in force as it was last agreed; null while there is none. */
    public @Nullable LocalDate inForceUntil() {
        return progress.until;
    }

    /** The last day before it expires or was terminated; null where no end is known. */
    public @Nullable LocalDate lastDay() {
        return progress.terminatedOn == null ? progress.until : progress.terminatedOn.minusDays(1);
    }

    /**
     * The life with one action more.
     *
     * @return empty when the action is not possible on its day, or would make a later one impossible
     */
    public Optional<Life> with(AgreementAction action) {
        Life longer = life.with(action);
        return of(longer, setting).isSound() ? Optional.of(longer) : Optional.empty();
    }

    /** Why an action is refused: what stands in its way, and which actions are possible on its day. */
    public ProblemException refusal(AgreementAction action, LocalDate today) {
        String possible = possible(action.on(), today).stream().map(Enum::name).collect(Collectors.joining(", "));
        return ProblemException.of(CommonProblem.NOT_POSSIBLE, possible.isEmpty() ? "-" : possible)
                .naming(obstacle(action).stream().toList());
    }

    /**
     * What stands in the way of one action more, where it can be named: in its own place, or because of what was recorded of later days.
     * Where its status alone does, {@link #possible} says what it lets do.
     */
    public Optional<Fault> obstacle(AgreementAction action) {
        Course longer = of(life.with(action), setting);
        AgreementAction stops = longer.broken;
        return stops == null || stops.equals(life.next(action))
                ? Optional.ofNullable(longer.obstacle)
                : Optional.of(Fault.at("/on", "later-impossible", stops.type(), stops.on()));
    }

    /** The actions that may be recorded with this day. */
    public List<AgreementActionType> possible(LocalDate day, LocalDate today) {
        return Arrays.stream(AgreementActionType.values())
                .filter(type -> type.mayLieAhead() || !day.isAfter(today))
                .filter(type -> setting.parties().stream().anyMatch(party -> isPossible(type, party, day)))
                .toList();
    }

    public boolean isPossible(AgreementActionType type, String party, LocalDate day) {
        LocalDate until = type == AgreementActionType.EXTEND ? dayAfterTheLast(day) : null;
        return with(AgreementAction.trial(type, day, until, party)).isPresent();
    }

    /** The shortest extension as of that day, which leaves the most room for those that were agreed later. */
    private @Nullable LocalDate dayAfterTheLast(LocalDate day) {
        Life soFar = new Life(
                life.signedOn(),
                life.period(),
                life.actions().stream()
                        .filter(action -> !action.on().isAfter(day))
                        .toList());
        LocalDate until = of(soFar, setting).inForceUntil();
        return until == null || until.equals(Phase.LAST_DAY) ? null : until.plusDays(1);
    }
}
