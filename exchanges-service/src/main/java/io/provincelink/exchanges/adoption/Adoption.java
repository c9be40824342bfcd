package io.provincelink.exchanges.adoption;

import io.provincelink.exchanges.practice.Practice;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Field;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.Reference;
import io.provincelink.record.Sensitivity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** That a unit takes up what another offers; who offers it is a party, so that it can read what came of it. */
@Entity
public class Adoption extends RecordRoot {

    @Column(nullable = false, updatable = false)
    private UUID practice;

    @Column(nullable = false, updatable = false)
    private String adopter;

    /** Codes of the adopter and of the units that it lies in, for the filter. */
    @Column(nullable = false)
    private List<String> adopterWithin;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AdoptionStatus status;

    private @Nullable LocalDate since;

    private @Nullable LocalDate until;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private AdoptionTerms terms;

    /** Names of the fields that the practice has by now; they are changed without a word to who took it up. */
    @Formula("(select taken.fields from practice taken where taken.id = practice)")
    private @Nullable List<String> fieldsByNow;

    @SuppressWarnings("NullAway.Init")
    protected Adoption() {}

    Adoption(Registration registration, Practice practice, AdoptionDraft draft) {
        super(registration);
        this.practice = practice.id();
        adopter = draft.adopter();
        terms = draft.terms(practice.fields());
        take(draft, registration.anchor());
    }

    /** @param offering the units that stand for who offers the practice on the anchor day */
    void revise(AdoptionDraft draft, List<String> offering, Anchor anchor) {
        place(AdoptionParties.of(adopter, offering), anchor);
        setExternalIds(draft.externalIds());
        terms = draft.terms(terms.fields());
        take(draft, anchor);
    }

    private void take(AdoptionDraft draft, Anchor anchor) {
        adopterWithin = List.copyOf(anchor.regions().within(anchor.unit(adopter)));
        status = draft.status();
        since = draft.since();
        until = draft.until();
    }

    /** What came of it is the adopter's to say. */
    @Override
    protected List<String> writers() {
        return List.of(owner());
    }

    @Override
    protected List<Reference> references() {
        return Reference.ofOne("/practice", "PRACTICE", practice);
    }

    @Override
    public boolean isSensitive() {
        List<Field> fields = new ArrayList<>(terms.fields());
        if (fieldsByNow != null) {
            fieldsByNow.forEach(name -> fields.add(Field.valueOf(name)));
        }
        return Sensitivity.of(fields, null);
    }

    UUID practice() {
        return practice;
    }

    String adopter() {
        return adopter;
    }

    AdoptionStatus status() {
        return status;
    }

    @Nullable
    LocalDate since() {
        return since;
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    AdoptionTerms terms() {
        return terms;
    }
}
