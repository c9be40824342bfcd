package io.provincelink.agreements.agreement;

import io.provincelink.agreements.legalact.LegalActs;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
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
class AgreementReferences {

    private static final String RESTS_ON = "restsOn";
    private static final String RENEWS = "renews";

    private final Agreements agreements;
    private final LegalActs acts;

    AgreementReferences(Agreements agreements, LegalActs acts) {
        this.agreements = agreements;
        this.acts = acts;
    }

    /**
     * What the agreement named before stays named, also where this caller may not see it: the other side may have named a paper of its own.
     *
     * @param before the agreement that is changed; null for a new one, which nothing can lead back to yet
     * @throws ProblemException 400 for what is not there, and for what leads back to the agreement
     */
    AgreementLinks find(Caller caller, AgreementDraft draft, @Nullable Agreement before) {
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
        Anchor.requireNone(faults);
        if (before != null) {
            requireNoCircle(caller, before, restsOn, renews);
        }
        return new AgreementLinks(restsOn, renews);
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

    private void requireNoCircle(Caller caller, Agreement agreement, List<UUID> restsOn, @Nullable UUID renews) {
        Set<UUID> added = new HashSet<>(restsOn);
        added.removeAll(agreement.restsOn());
        UUID follows = Objects.equals(renews, agreement.renews()) ? null : renews;
        if (added.isEmpty() && follows == null) {
            return;
        }
        agreements.nameOneAtATime(caller);
        for (UUID there : added) {
            String pointer = "/restsOn/" + restsOn.indexOf(there);
            requireNone(pointer, agreements.way(caller, RESTS_ON, List.of(there), agreement.id()));
        }
        if (follows != null) {
            requireNone("/renews", agreements.way(caller, RENEWS, List.of(follows), agreement.id()));
        }
    }

    private static void requireNone(String pointer, List<String> wayBack) {
        if (!wayBack.isEmpty()) {
            throw ProblemException.invalid(Fault.at(pointer, "closes-circle", String.join(" → ", wayBack)));
        }
    }
}
