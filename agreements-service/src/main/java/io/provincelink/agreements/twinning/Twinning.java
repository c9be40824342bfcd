package io.provincelink.agreements.twinning;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.record.Reference;
import io.provincelink.record.Sensitivity;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A lasting tie between units of two countries. */
@Entity
public class Twinning extends SearchableRecord {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TwinningLevel level;

    private @Nullable LocalDate since;

    private @Nullable LocalDate until;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private TwinningTerms terms;

    /** Codes of the parties, of the sides' units and of all that these lie in, to find a region's twins. */
    @Column(nullable = false)
    private List<String> units;

    @SuppressWarnings("NullAway.Init")
    protected Twinning() {}

    Twinning(Registration registration, TwinningDraft draft) {
        super(registration);
        take(draft, registration.anchor());
    }

    void revise(TwinningDraft draft, Anchor anchor) {
        place(draft.parties(), anchor);
        setExternalIds(draft.externalIds());
        take(draft, anchor);
    }

    private void take(TwinningDraft draft, Anchor anchor) {
        level = draft.level();
        since = draft.since();
        until = draft.until();
        terms = draft.terms();
        units = Stream.concat(parties().stream(), draft.sides().stream().flatMap(side -> side.regions().stream()))
                .flatMap(code -> anchor.regions().within(anchor.unit(code)).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    protected List<Reference> references() {
        return Reference.ofOne("/agreement", "AGREEMENT", terms.agreement());
    }

    @Override
    protected void describe(SearchText search) {
        terms.sides().forEach(side -> search.add(side.name()).addRegions(side.regions()));
    }

    public TwinningLevel level() {
        return level;
    }

    @Nullable
    LocalDate since() {
        return since;
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    List<String> units() {
        return units;
    }

    public TwinningTerms terms() {
        return terms;
    }

    /** The side of this country, if one is. */
    Optional<TwinningSide> side(String country) {
        return terms.sides().stream()
                .filter(side -> side.country().equals(country))
                .findFirst();
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(List.of(), level);
    }
}
