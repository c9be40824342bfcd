package io.provincelink.agreements.donation;

import io.provincelink.agreements.programme.Programme;
import io.provincelink.agreements.programme.Programmes;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.RecordDesk;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the programme is there that a donation names. One that it named before stays named, also where this caller may not see it. */
@Singleton
class DonationRules implements DraftRules<DonationDraft> {

    private final Donations donations;
    private final Programmes programmes;
    private final RecordDesk desk;

    DonationRules(Donations donations, Programmes programmes, RecordDesk desk) {
        this.donations = donations;
        this.programmes = programmes;
        this.desk = desk;
    }

    @Override
    public Class<DonationDraft> drafts() {
        return DonationDraft.class;
    }

    @Override
    public List<Fault> faults(DonationDraft draft, @Nullable ExternalId key) {
        return faults(draft, desk.present(donations, key));
    }

    /** @param before the donation as it stands, null for a new one */
    List<Fault> faults(DonationDraft draft, @Nullable Donation before) {
        String programme = draft.programme();
        boolean stays = before != null && programme != null && programme.equals(before.programme());
        return programme == null || stays || !names(desk.caller(), programme).isEmpty()
                ? List.of()
                : List.of(Fault.at("/programme", "unknown-record"));
    }

    /** What donations may call the programme of that id or code: both; nothing where the caller may not see one. */
    List<String> names(Caller caller, String reference) {
        Programme programme = programmes.find(caller, reference).orElse(null);
        return programme == null ? List.of() : List.of(programme.id().toString(), programme.code());
    }
}
