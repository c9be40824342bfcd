package io.provincelink.agreements.legalact;

import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.RecordDesk;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the acts are there that the draft of a legal act names. */
@Singleton
class LegalActRules implements DraftRules<LegalActDraft> {

    private final LegalActs acts;
    private final RecordDesk desk;

    LegalActRules(LegalActs acts, RecordDesk desk) {
        this.acts = acts;
        this.desk = desk;
    }

    @Override
    public Class<LegalActDraft> drafts() {
        return LegalActDraft.class;
    }

    @Override
    public List<Fault> faults(LegalActDraft draft, @Nullable ExternalId key) {
        List<Fault> faults = new ArrayList<>();
        acts.links(desk.caller(), draft, desk.present(acts, key), faults);
        return faults;
    }
}
