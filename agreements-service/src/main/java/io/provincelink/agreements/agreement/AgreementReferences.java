package io.provincelink.agreements.agreement;

import io.provincelink.agreements.legalact.LegalActs;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.RecordRoot;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the records that the draft of an agreement names, and lets no agreement rest on itself or renew itself. */
@Singleton
class AgreementReferences implements DraftRules<AgreementDraft> {

    private static final String RESTS_ON = "restsOn";
    private static final String RENEWS = "renews";

    private final Agreements agreements;
    private final LegalActs acts;
    private final RecordDesk desk;

    AgreementReferences(Agreements agreements, LegalActs acts, RecordDesk desk) {
        this.agreements = agreements;
        this.acts = acts;
        this.desk = desk;
    }

    /** What was found: no agreement is made of it while there are faults. */
    record Found(AgreementLinks links, List<Fault> faults) {}

    /**
     * What the agreement named before stays named, also where this caller may not see it: the other side may have named a paper of its own.
     * What is not there is a fault, and so is what leads back to the agreement.
     *
     * @param before the agreement that is changed; null for a new one, which nothing can lead back to yet
     */
    Found find(Caller caller, AgreementDraft draft, @Nullable Agreement before) {
        Found found = named(caller, draft, before);
        return before == null || !found.faults().isEmpty()
                ? found
                : new Found(found.links(), circles(caller, before, found.links()));
    }

    private Found named(Caller caller, AgreementDraft draft, @Nullable Agreement before) {
        List<Fault> faults = new ArrayList<>();
        List<UUID> restsOn = new ArrayList<>();
        for (int i = 0; i < draft.restsOn().size(); i++) {
            String reference = draft.restsOn().get(i);
            Optional<UUID> id = kept(reference, before).or(() -> named(caller, reference));
            if (id.isEmpty()) {
                faults.add(Fault.at("/restsOn/" + i, "unknown-record"));
            }
            id.ifPresent(restsOn::add);
        }
        UUID renews = draft.renews() == null
                ? null
                : renewed(caller, draft.renews(), before).orElse(null);
        if (draft.renews() != null && renews == null) {
            faults.add(Fault.at("/renews", "unknown-record"));
        }
        return new Found(new AgreementLinks(restsOn, renews), faults);
    }

    @Override
    public Class<AgreementDraft> drafts() {
        return AgreementDraft.class;
    }

    @Override
    public List<Fault> faults(AgreementDraft draft, @Nullable ExternalId key) {
        return named(desk.caller(), draft, desk.present(agreements, key)).faults();
    }

    private static Optional<UUID> kept(String reference, @Nullable Agreement before) {
        int place = before == null ? -1 : before.terms().restsOn().indexOf(reference);
        return before == null || place < 0
                ? Optional.empty()
                : Optional.of(before.restsOn().get(place));
    }

    /** The agreement or legal act of that id or code, if the caller may see one. */
    Optional<UUID> named(Caller caller, String reference) {
        return agreements.find(caller, reference).map(RecordRoot::id).or(() -> acts.idOf(caller, reference));
    }

    private Optional<UUID> renewed(Caller caller, String reference, @Nullable Agreement before) {
        return before != null && reference.equals(before.terms().renews())
                ? Optional.ofNullable(before.renews())
                : agreements.find(caller, reference).map(RecordRoot::id);
    }

    private List<Fault> circles(Caller caller, Agreement agreement, AgreementLinks links) {
        Set<UUID> added = new HashSet<>(links.restsOn());
        added.removeAll(agreement.restsOn());
        UUID follows = Objects.equals(links.renews(), agreement.renews()) ? null : links.renews();
        List<Fault> faults = new ArrayList<>();
        if (added.isEmpty() && follows == null) {
            return faults;
        }
        agreements.nameOneAtATime(caller);
        for (UUID there : added) {
            String pointer = "/restsOn/" + links.restsOn().indexOf(there);
            circle(pointer, agreements.way(caller, RESTS_ON, List.of(there), agreement.id()), faults);
        }
        if (follows != null) {
            circle("/renews", agreements.way(caller, RENEWS, List.of(follows), agreement.id()), faults);
        }
        return faults;
    }

    private static void circle(String pointer, List<String> wayBack, List<Fault> faults) {
        if (!wayBack.isEmpty()) {
            faults.add(Fault.at(pointer, "closes-circle", String.join(" → ", wayBack)));
        }
    }
}
