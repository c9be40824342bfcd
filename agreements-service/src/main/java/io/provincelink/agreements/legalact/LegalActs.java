package io.provincelink.agreements.legalact;

import io.provincelink.agreements.legalact.LegalAct.Links;
import io.provincelink.agreements.link.LinkedRecords;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.time.Today;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.RecordStore;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All legal acts. */
@Singleton
public class LegalActs extends LinkedRecords<LegalAct> {

    private static final String BASIS = "basis";
    private static final String REPLACED_BY = "replacedBy";

    private final Today today;

    public LegalActs(RecordStore store, Today today) {
        super(LegalAct.class, "legal-acts", store);
        this.today = today;
    }

    /**
     * Finds the acts that a draft names. What the act named before stays named, also where this caller may not see it.
     *
     * @param faults gets one for each act that is not there, and for each that leads back to the act itself
     */
    Links links(Caller caller, LegalActDraft draft, @Nullable LegalAct before, List<Fault> faults) {
        int known = faults.size();
        List<UUID> basis = new ArrayList<>();
        for (int i = 0; i < draft.basis().size(); i++) {
            String reference = draft.basis().get(i);
            int kept = before == null ? -1 : before.terms().basis().indexOf(reference);
            Optional<UUID> id = kept < 0 || before == null
                    ? idOf(caller, reference)
                    : Optional.of(before.basis().get(kept));
            if (id.isEmpty()) {
                faults.add(Fault.at("/basis/" + i, "unknown-record"));
            }
            id.ifPresent(basis::add);
        }
        UUID replacedBy = null;
        String later = draft.replacedBy();
        if (later != null) {
            Optional<UUID> id = before != null && later.equals(before.terms().replacedBy())
                    ? Optional.ofNullable(before.replacedBy())
                    : idOf(caller, later);
            if (id.isEmpty()) {
                faults.add(Fault.at("/replacedBy", "unknown-record"));
            }
            replacedBy = id.orElse(null);
        }
        Links links = new Links(replacedBy, basis);
        if (before != null && faults.size() == known) {
            circles(caller, before, links, faults);
        }
        return links;
    }

    private void circles(Caller caller, LegalAct act, Links links, List<Fault> faults) {
        nameOneAtATime(caller);
        List<String> back = way(caller, BASIS, links.basis(), act.id());
        if (!back.isEmpty()) {
            faults.add(Fault.at("/basis", "closes-circle", String.join(" → ", back)));
        }
        List<String> around = links.replacedBy() == null
                ? List.of()
                : way(caller, REPLACED_BY, List.of(links.replacedBy()), act.id());
        if (!around.isEmpty()) {
            faults.add(Fault.at("/replacedBy", "closes-circle", String.join(" → ", around)));
        }
    }

    /** The id of an act that the caller may see, by its id or code. */
    public Optional<UUID> idOf(Caller caller, String reference) {
        return find(caller, reference).map(RecordRoot::id);
    }

    @Override
    protected Object snapshot(LegalAct act) {
        return LegalActView.of(act, today.get());
    }

    @Override
    protected boolean hasCode() {
        return true;
    }
}
