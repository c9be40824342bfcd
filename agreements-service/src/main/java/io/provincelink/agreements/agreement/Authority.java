package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.life.AgreementAction;
import io.provincelink.agreements.agreement.life.AgreementActionRequest;
import io.provincelink.agreements.agreement.life.AgreementActionType;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.time.Today;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may do what with an agreement, and for which of its parties. */
final class Authority {

    private Authority() {}

    /**
     * The party for which the caller does it. What the parties did together (an amendment, an extension) an approver of one of them
     * records: it says what happened on paper, under its name and before the eyes of the other. A signature is each party's own.
     *
     * @throws ProblemException 403 when the caller lacks the role, or may not do it for that party
     */
    static String party(Agreement agreement, AgreementActionRequest request, Caller caller) {
        AgreementActionType type = request.type();
        requireRole(type, caller);
        String named = request.region();
        if (type == AgreementActionType.SUCCEED && named != null) {
            requireTaker(agreement, named, request, caller);
            return named;
        }
        List<String> own = agreement.parties().stream()
                .filter(party -> named == null || party.equals(named))
                .filter(party -> may(agreement, type, party, caller))
                .toList();
        if (own.isEmpty()) {
            throw notYours(named == null ? String.join(", ", agreement.parties()) : named);
        }
        requireStillThere(agreement, own.get(0), request.on(), caller);
        // who succeeded two of the parties means the one that has not done it yet
        return own.stream()
                .filter(party -> agreement.course(caller.regions()).isPossible(type, party, request.on()))
                .findFirst()
                .orElse(own.get(0));
    }

    /**
     * Only the party that recorded an action takes it back, in the role that it needed. Of a succession that is the unit that said to whom
     * the part goes, or who stands for that unit now.
     *
     * @throws ProblemException 403 when that is not the caller
     */
    static void requireRecorder(Agreement agreement, AgreementAction action, Caller caller) {
        AgreementActionType type = action.type();
        requireRole(type, caller);
        if (type == AgreementActionType.SUCCEED) {
            String recorder = action.by().region();
            if (!stands(caller.unit(), caller)
                    || !caller.decidesFor(recorder, LocalDate.ofInstant(action.recordedAt(), Today.ZONE))) {
                throw notYours(recorder);
            }
            return;
        }
        if (!may(agreement, type, action.region(), caller)) {
            throw notYours(action.region());
        }
        requireStillThere(agreement, action.region(), action.on(), caller);
    }

    private static void requireRole(AgreementActionType type, Caller caller) {
        if (!caller.has(type.role())) {
            throw ProblemException.roleNeeded(type.role());
        }
    }

    private static boolean may(Agreement agreement, AgreementActionType type, String party, Caller caller) {
        return type.isApprovers() ? agreement.isDecidedForBy(caller, party) : agreement.isActedForBy(caller, party);
    }

    /**
     * A unit that was closed records what happened in its own time, and nothing of later days: of those says who stands for it by then.
     */
    private static void requireStillThere(Agreement agreement, String party, LocalDate on, Caller caller) {
        Region unit = Objects.requireNonNull(caller.unit());
        LocalDate lastDay = unit.validTo();
        if (lastDay == null || !on.isAfter(lastDay)) {
            return;
        }
        String standing = PartySuccessors.of(agreement, on, caller.regions()).stream()
                .filter(successors -> successors.party().equals(party))
                .flatMap(successors -> successors.to().stream())
                .collect(Collectors.joining(", "));
        throw ProblemException.of(
                AgreementProblem.UNIT_CLOSED, unit.code(), lastDay, party, on, standing.isEmpty() ? "-" : standing);
    }

    /**
     * Who may say to whom a closed unit's part goes. The unit itself is no more, so it is not the one that decides. Whoever stands for
     * it by the list of regions does: its successor, or for a district that has none the unit that stands for its province; or who holds
     * the part by now. And it may hand the part only to itself and to units inside it: nobody gives duties to a stranger.
     */
    private static void requireTaker(Agreement agreement, String party, AgreementActionRequest request, Caller caller) {
        if (!stands(caller.unit(), caller) || !agreement.isActedForBy(caller, party)) {
            throw notYours(party);
        }
        for (String taker : request.to()) {
            if (!caller.actsFor(taker, request.on())) {
                throw notYours(taker);
            }
        }
    }

    private static boolean stands(@Nullable Region unit, Caller caller) {
        return unit != null && unit.validOn(caller.today());
    }

    private static ProblemException notYours(String party) {
        return ProblemException.of(CommonProblem.NOT_YOUR_PARTY, party);
    }
}
