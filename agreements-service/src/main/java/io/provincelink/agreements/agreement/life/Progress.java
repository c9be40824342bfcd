package io.provincelink.agreements.agreement.life;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a life has come while it is told from its beginning. */
final class Progress {

    private final Life life;
    private final Setting setting;
    private final Map<AgreementActionType, Set<String>> done = new EnumMap<>(AgreementActionType.class);
    private final List<Signature> signatures = new ArrayList<>();
    private int opinionsAwaited;

    AgreementStatus status = AgreementStatus.DRAFT;

    @Nullable
    LocalDate signedOn;

    @Nullable
    LocalDate inForceSince;

    @Nullable
    LocalDate until;

    @Nullable
    LocalDate terminatedOn;

    Progress(Life life, Setting setting) {
        this.life = life;
        this.setting = setting;
    }

    List<Signature> signatures() {
        return signatures;
    }

    /** The calendar's own transition: the first day after the last one in force, if that has come by then. */
    Optional<LocalDate> expire(LocalDate day) {
        boolean binding = status == AgreementStatus.IN_FORCE || status == AgreementStatus.SUSPENDED;
        if (!binding || until == null || !day.isAfter(until)) {
            return Optional.empty();
        }
        status = AgreementStatus.EXPIRED;
        return Optional.of(until.plusDays(1));
    }

    /** All parties signed on that day, as the record itself says. */
    boolean stateSigned(LocalDate day) {
        for (String party : setting.parties()) {
            if (done(AgreementActionType.SIGN).add(party)) {
                signatures.add(new Signature(party, day, true));
            }
        }
        signedOn = day;
        if (status.compareTo(AgreementStatus.SIGNED) < 0) {
            status = AgreementStatus.SIGNED;
        }
        return true;
    }

    /**
     * In force on those days, as the record itself says, also where the day of signing was not published.
     *
     * @return false when it was terminated before that
     */
    boolean stateInForce(Period period) {
        if (status == AgreementStatus.TERMINATED) {
            return false;
        }
        enter(period.from(), period.to());
        return true;
    }

    private void enter(LocalDate day, @Nullable LocalDate lastDay) {
        inForceSince = day;
        until = lastDay;
        status = AgreementStatus.IN_FORCE;
    }

    /**
     * Takes the next action, once what the calendar does by its day has been done.
     *
     * @return false when it is not possible there, and nothing was changed
     */
    boolean take(AgreementAction action) {
        AgreementStatus next = Transitions.next(status, action.type()).orElse(null);
        if (next == null || obstacle(action).isPresent()) {
            return false;
        }
        done(action.type()).add(action.region());
        switch (action.type()) {
            case SIGN -> sign(action, next);
            case REQUEST_OPINION -> {
                opinionsAwaited++;
                status = next;
            }
            case OPINION_RECEIVED -> {
                opinionsAwaited--;
                status = opinionsAwaited == 0 ? next : status;
            }
            case ENTER_INTO_FORCE -> enter(action.on(), action.until());
            case EXTEND -> until = action.until();
            case TERMINATE -> {
                terminatedOn = action.on();
                status = next;
            }
            default -> status = next;
        }
        return true;
    }

    private void sign(AgreementAction action, AgreementStatus next) {
        signatures.add(new Signature(action.region(), action.on(), null));
        if (done(AgreementActionType.SIGN).containsAll(setting.parties())) {
            signedOn = action.on();
            status = next;
        }
    }

    /** What stands in the way of the action at this place, whatever the status; for the party that it names. */
    Optional<Fault> obstacle(AgreementAction action) {
        AgreementActionType type = action.type();
        String party = action.region();
        if (!setting.parties().contains(party)) {
            return obstacle("/region", "not-a-party", String.join(", ", setting.parties()));
        }
        LocalDate signed = life.signedOn();
        if (type == AgreementActionType.SIGN && signed != null) {
            return obstacle("/type", "stated-already", "signedOn " + signed);
        }
        return switch (type.which()) {
            case ANY_PARTY -> ofItsKind(action);
            case EACH_PARTY_ONCE ->
                done(type).contains(party) ? obstacle("/type", "done-already", party) : ofItsKind(action);
            case CLOSED_PARTY ->
                setting.isClosed(party, action.on()) ? Optional.empty() : obstacle("/on", "not-closed", party);
        };
    }

    private Optional<Fault> ofItsKind(AgreementAction action) {
        Period stated = life.period();
        return switch (action.type()) {
            // who may not see it cannot have read what it signs
            case SIGN -> unless(setting.shared(), "/type", "shown-first");
            case OPINION_RECEIVED -> unless(opinionsAwaited > 0, "/on", "none-awaited");
            case ENTER_INTO_FORCE ->
                stated == null
                        ? unless(isInOrder(action), "/until", "before-start", action.on())
                        : obstacle("/type", "stated-already", "period " + stated.from());
            case EXTEND ->
                until == null
                        ? obstacle("/type", "no-last-day")
                        : unless(isLonger(action, until), "/until", "not-longer", until);
            case COPY_FILED ->
                unless(
                        done(AgreementActionType.SIGN).contains(action.region()) || inForceSince != null,
                        "/on",
                        "not-signed",
                        action.region());
            default -> Optional.empty();
        };
    }

    private static boolean isInOrder(AgreementAction action) {
        return action.until() == null || !action.until().isBefore(action.on());
    }

    private static boolean isLonger(AgreementAction action, LocalDate lastDay) {
        return action.until() != null && action.until().isAfter(lastDay);
    }

    private static Optional<Fault> unless(boolean open, String pointer, String code, Object... args) {
        return open ? Optional.empty() : obstacle(pointer, code, args);
    }

    private static Optional<Fault> obstacle(String pointer, String code, Object... args) {
        return Optional.of(Fault.at(pointer, code, args));
    }

    private Set<String> done(AgreementActionType type) {
        return done.computeIfAbsent(type, key -> new HashSet<>());
    }
}
