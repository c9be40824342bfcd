package io.provincelink.exchanges.practice;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Field;
import io.provincelink.record.Reference;
import io.provincelink.record.Sensitivity;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A way of doing things that one place has found good and offers to others. */
@Entity
public class Practice extends SearchableRecord {

    @Column(nullable = false, updatable = false)
    private String region;

    private @Nullable LocalDate offeredOn;

    /** Names of the fields, for the filter. */
    @Column(nullable = false)
    private List<String> fields;

    private @Nullable String programme;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private PracticeTerms terms;

    @SuppressWarnings("NullAway.Init")
    protected Practice() {}

    Practice(Registration registration, PracticeDraft draft) {
        super(registration);
        region = draft.region();
        take(draft);
    }

    void revise(PracticeDraft draft, Anchor anchor) {
        place(List.of(region), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    private void take(PracticeDraft draft) {
        offeredOn = draft.offeredOn();
        fields = draft.fields().stream().map(Enum::name).toList();
        programme = draft.programme();
        terms = draft.terms();
    }

    @Override
    protected List<Reference> references() {
        return Stream.concat(
                        Reference.ofOne("/programme", "PROGRAMME", programme).stream(),
                        Reference.ofOne("/agreement", "AGREEMENT", terms.agreement()).stream())
                .toList();
    }

    @Override
    protected void describe(SearchText search) {
        search.add(terms.title()).add(terms.description());
        terms.steps().forEach(search::add);
        search.add(terms.contact() == null ? null : terms.contact().name());
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(terms.fields(), null);
    }

    /** Code of the unit that offers it, as of its anchor day. */
    public String region() {
        return region;
    }

    @Nullable
    LocalDate offeredOn() {
        return offeredOn;
    }

    @Nullable
    String programme() {
        return programme;
    }

    public List<Field> fields() {
        return terms.fields();
    }

    PracticeTerms terms() {
        return terms;
    }
}
