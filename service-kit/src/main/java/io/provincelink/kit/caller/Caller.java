package io.provincelink.kit.caller;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request, as far as the rules of authority need it.
 *
 * @param issuer who signed the token; empty without one
 * @param client the client or person within the issuer; empty without a token
 * @param unit the latest unit with the code of the token's {@code region} claim; null without a token and for operators
 * @param body the authority within the unit, in the token's words
 * @param today the day on which authority is judged
 */
public record Caller(
        String issuer,
        String client,
        @Nullable Region unit,
        @Nullable String body,
        Set<String> roles,
        Regions regions,
        LocalDate today) {

    /** Marks records that everybody may read, among the keys of {@link #scope()}. */
    public static final String EVERYBODY = "*";

    private static final Set<String> READING_ROLES = Set.of(Role.READER, Role.EDITOR, Role.APPROVER, Role.STATISTICIAN);

    public static Caller anonymous(Regions regions, LocalDate today) {
        return new Caller("", "", null, null, Set.of(), regions, today);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /**
     * Keys of which a record's {@code readers} must contain one, or it does not exist for this caller. A token without a role
     * reads what everybody reads.
     */
    public List<String> scope() {
        return unit == null || !reads() ? List.of(EVERYBODY) : List.of(EVERYBODY, unit.key());
    }

    /** Whether one of the roles lets the caller read what its unit may see. */
    public boolean reads() {
        return roles.stream().anyMatch(READING_ROLES::contains);
    }

    /** Whether the caller may act for the unit that had this code on the record's anchor day. */
    public boolean actsFor(String party, LocalDate anchor) {
        return unit != null && regions.actsFor(unit.code(), party, anchor, today);
    }

    /** Whether the caller is exactly that party, or the unit that succeeded it: what signing, accepting and publishing ask for. */
    public boolean decidesFor(String party, LocalDate anchor) {
        return unit != null && regions.decidesFor(unit.code(), party, anchor, today);
    }

    /** Whether the code is that of the caller's own unit. */
    public boolean isCalled(String code) {
        return unit != null && unit.code().equals(code);
    }

    /** @throws ProblemException 403 unless the caller acts for that party */
    public void requireActsFor(String party, LocalDate anchor) {
        if (!actsFor(party, anchor)) {
            throw ProblemException.of(CommonProblem.NOT_YOUR_PARTY, party);
        }
    }

    /**
     * The party that the caller acts for: itself where it is one, else the first of them.
     *
     * @throws ProblemException 403 unless the caller acts for at least one of the parties
     */
    public String requireActsForOneOf(List<String> parties, LocalDate anchor) {
        return parties.stream()
                .filter(party -> actsFor(party, anchor))
                .min(Comparator.comparing(party -> !isCalled(party)))
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_YOUR_PARTY, String.join(", ", parties)));
    }

    /** @throws ProblemException 403 unless the caller decides for at least one of the parties */
    public String requireDecidesForOneOf(List<String> parties, LocalDate anchor) {
        return parties.stream()
                .filter(party -> decidesFor(party, anchor))
                .findFirst()
                .orElseThrow(() -> {
                    boolean acts = parties.stream().anyMatch(party -> actsFor(party, anchor));
                    return ProblemException.of(
                            acts ? CommonProblem.NEEDS_APPROVER : CommonProblem.NOT_YOUR_PARTY,
                            String.join(", ", parties));
                });
    }
}
