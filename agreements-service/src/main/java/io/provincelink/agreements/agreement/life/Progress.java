package io.provincelink.agreements.agreement.life;

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
                signatures.add(new Signature(party, day));
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
        if (next == null || !isOpenTo(action)) {
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
        signatures.add(new Signature(action.region(), action.on()));
        if (done(AgreementActionType.SIGN).containsAll(setting.parties())) {
            signedOn = action.on();
            status = next;
        }
    }

    private boolean isOpenTo(AgreementAction action) {
        String party = action.region();
        boolean forThisParty =
                switch (action.type().which()) {
                    case ANY_PARTY -> true;
                    case EACH_PARTY_ONCE -> !done(action.type()).contains(party);
                    case CLOSED_PARTY -> setting.isClosed(party, action.on());
                };
        return forThisParty
                && setting.parties().contains(party)
                && switch (action.type()) {
                    // signed by all already, says the record; and who may not see it cannot have read what it signs
                    case SIGN -> life.signedOn() == null && setting.shared();
                    case OPINION_RECEIVED -> opinionsAwaited > 0;
                    case ENTER_INTO_FORCE ->
                        life.period() == null
                                && (action.until() == null || !action.until().isBefore(action.on()));
                    case EXTEND ->
                        until != null
                                && action.until() != null
                                && action.until().isAfter(until);
                    case COPY_FILED -> done(AgreementActionType.SIGN).contains(party) || inForceSince != null;
                    default -> true;
                };
    }

    private Set<String> done(AgreementActionType type) {
        return done.computeIfAbsent(type, key -> new HashSet<>());
    }
}
