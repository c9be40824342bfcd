package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.life.AgreementActionRequest;
import io.provincelink.agreements.agreement.life.AgreementActionType;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import java.util.List;
import java.util.function.Predicate;
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
        if (!caller.has(type.role())) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
        String named = request.region();
        if (type == AgreementActionType.SUCCEED && named != null) {
            requireTaker(agreement, named, request, caller);
            return named;
        }
        Predicate<String> may = party ->
                type.isApprovers() ? agreement.isDecidedForBy(caller, party) : agreement.isActedForBy(caller, party);
        List<String> own = agreement.parties().stream()
                .filter(party -> named == null || party.equals(named))
                .filter(may)
                .toList();
        if (own.isEmpty()) {
            throw notYours(named == null ? String.join(", ", agreement.parties()) : named);
        }
        // who succeeded two of the parties means the one that has not done it yet
        return own.stream()
                .filter(party -> agreement.course(caller.regions()).isPossible(type, party, request.on()))
                .findFirst()
                .orElse(own.get(0));
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
