package io.provincelink.agreements.povertylist;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Figure;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A list of units that an authority calls poor, with the days on which each joined and left it. */
@Entity
public class PovertyList extends SearchableRecord {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PovertyListKind kind;

    @Column(nullable = false)
    private String country;

    private @Nullable LocalDate since;

    private @Nullable LocalDate until;

    /** Codes of the units that ever stood on it, for the filter. */
    @Column(nullable = false)
    private List<String> units;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private PovertyListTerms terms;

    @SuppressWarnings("NullAway.Init")
    protected PovertyList() {}

    PovertyList(Registration registration, PovertyListDraft draft) {
        super(registration);
        take(draft);
    }

    void revise(PovertyListDraft draft, Anchor anchor) {
        place(draft.parties(), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    private void take(PovertyListDraft draft) {
        kind = draft.kind();
        country = draft.country();
        since = draft.since();
        until = draft.until();
        units = draft.entries().stream()
                .map(ListedUnit::region)
                .distinct()
                .sorted()
                .toList();
        terms = draft.terms();
    }

    /** The units that stood on it on the day, or all that ever did. */
    List<ListedUnit> entries(@Nullable LocalDate on) {
        return terms.entries().stream()
                .filter(entry -> on == null || entry.standsOn(on))
                .toList();
    }

    /** How many stood on it on the day. A list of which no unit is recorded counts nothing: that is not the same as none. */
    @Nullable
    Figure counted(@Nullable LocalDate on) {
        return on == null || terms.entries().isEmpty()
                ? null
                : Figure.exact(entries(on).size(), kind.units().get(0));
    }

    PovertyListKind kind() {
        return kind;
    }

    String country() {
        return country;
    }

    @Nullable
    LocalDate since() {
        return since;
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    PovertyListTerms terms() {
        return terms;
    }

    /** Not the units on it: thousands of names together have any words, and a unit is asked for by its code. */
    @Override
    protected void describe(SearchText search) {
        search.add(terms.title()).add(terms.basis());
    }
}
