package io.provincelink.agreements.programme;

import io.provincelink.agreements.agreement.Agreements;
import io.provincelink.agreements.legalact.LegalActs;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.record.RecordRoot;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The agreements and legal acts that programmes rest on. Whoever names one must see it; what a programme named before stays named, also
 * where this caller may not see it: the other side may have named a paper of its own.
 */
@Singleton
class Foundations {

    private final Agreements agreements;
    private final LegalActs acts;

    Foundations(Agreements agreements, LegalActs acts) {
        this.agreements = agreements;
        this.acts = acts;
    }

    /**
     * The ids behind what a draft names, the agreements before the legal acts.
     *
     * @param before the programme that is changed; null for a new one
     * @param faults gets one for each that is not there
     */
    List<UUID> find(Caller caller, ProgrammeDraft draft, @Nullable Programme before, List<Fault> faults) {
        List<UUID> found = new ArrayList<>();
        for (int i = 0; i < draft.agreements().size(); i++) {
            String reference = draft.agreements().get(i);
            Optional<UUID> kept = before == null ? Optional.empty() : before.agreement(reference);
            Optional<UUID> id = kept.or(() -> agreement(caller, reference));
            if (id.isEmpty()) {
                faults.add(Fault.at("/agreements/" + i, "unknown-record"));
            }
            id.ifPresent(found::add);
        }
        for (int i = 0; i < draft.restsOn().size(); i++) {
            String reference = draft.restsOn().get(i);
            Optional<UUID> kept = before == null ? Optional.empty() : before.legalAct(reference);
            Optional<UUID> id = kept.or(() -> acts.idOf(caller, reference));
            if (id.isEmpty()) {
                boolean isAgreement = agreement(caller, reference).isPresent();
                faults.add(
                        isAgreement
                                ? Fault.at("/restsOn/" + i, "belongs-in", "agreements")
                                : Fault.at("/restsOn/" + i, "unknown-record"));
            }
            id.ifPresent(found::add);
        }
        return found;
    }

    /** The agreement or legal act of that id or code, if the caller may see one. */
    Optional<UUID> named(Caller caller, String reference) {
        return agreement(caller, reference).or(() -> acts.idOf(caller, reference));
    }

    /** Those of a programme's agreements that the caller sees. */
    List<String> seenAgreements(Caller caller, ProgrammeTerms terms) {
        return terms.agreements().stream()
                .filter(reference -> agreement(caller, reference).isPresent())
                .toList();
    }

    /** Those of a programme's legal acts that the caller sees. */
    List<String> seenActs(Caller caller, ProgrammeTerms terms) {
        return terms.restsOn().stream()
                .filter(reference -> acts.idOf(caller, reference).isPresent())
                .toList();
    }

    private Optional<UUID> agreement(Caller caller, String reference) {
        return agreements.find(caller, reference).map(RecordRoot::id);
    }
}
