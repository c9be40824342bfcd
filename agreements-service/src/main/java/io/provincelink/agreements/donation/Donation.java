package io.provincelink.agreements.donation;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Reference;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Goods that were given. */
@Entity
public class Donation extends SearchableRecord {

    @Column(nullable = false)
    private LocalDate onFrom;

    @Column(nullable = false)
    private LocalDate onTo;

    private @Nullable String programme;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private DonationTerms terms;

    @SuppressWarnings("NullAway.Init")
    protected Donation() {}

    Donation(Registration registration, DonationDraft draft) {
        super(registration);
        take(draft);
    }

    void revise(DonationDraft draft, Anchor anchor) {
        place(draft.parties(), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    private void take(DonationDraft draft) {
        onFrom = draft.on().from();
        onTo = draft.on().to();
        programme = draft.programme();
        terms = draft.terms();
    }

    @Override
    protected List<Reference> references() {
        return Reference.ofOne("/programme", "PROGRAMME", programme);
    }

    public Period on() {
        return new Period(onFrom, onTo);
    }

    @Nullable
    String programme() {
        return programme;
    }

    public DonationTerms terms() {
        return terms;
    }

    /** It has no title: who gave, what was given, to whom, and who brought it about. */
    @Override
    protected void describe(SearchText search) {
        terms.donors().forEach(search::add);
        terms.items().forEach(item -> search.add(item.what()));
        terms.mobilisedBy().forEach(search::add);
        search.add(terms.recipient());
    }
}
