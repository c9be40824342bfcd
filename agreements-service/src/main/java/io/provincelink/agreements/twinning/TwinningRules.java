package io.provincelink.agreements.twinning;

import io.provincelink.agreements.agreement.Agreements;
import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.RecordDesk;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the agreement is there that a twinning rests on. One that it named before stays named, also where this caller may not see it. */
@Singleton
class TwinningRules implements DraftRules<TwinningDraft> {

    private final Twinnings twinnings;
    private final Agreements agreements;
    private final RecordDesk desk;

    TwinningRules(Twinnings twinnings, Agreements agreements, RecordDesk desk) {
        this.twinnings = twinnings;
        this.agreements = agreements;
        this.desk = desk;
    }

    @Override
    public Class<TwinningDraft> drafts() {
        return TwinningDraft.class;
    }

    @Override
    public List<Fault> faults(TwinningDraft draft, @Nullable ExternalId key) {
        return faults(draft, desk.present(twinnings, key));
    }

    /** @param before the twinning as it stands, null for a new one */
    List<Fault> faults(TwinningDraft draft, @Nullable Twinning before) {
        String agreement = draft.agreement();
        boolean stays = before != null
                && agreement != null
                && agreement.equals(before.terms().agreement());
        return agreement == null
                        || stays
                        || agreements.find(desk.caller(), agreement).isPresent()
                ? List.of()
                : List.of(Fault.at("/agreement", "unknown-record"));
    }
}
