package io.provincelink.agreements.legalact;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Text;
import io.provincelink.record.Coded;
import io.provincelink.record.Reference;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A law, decree, decision or other act that one side issued. */
@Entity
public class LegalAct extends SearchableRecord implements Coded {

    @Column(nullable = false, updatable = false)
    private String code;

    @Column(nullable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private LegalActKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Text title;

    private @Nullable LocalDate issuedOn;

    private @Nullable LocalDate validFrom;

    private @Nullable LocalDate validTo;

    /** The first day on which it is valid, for the filter: where none was published, the day of issue. */
    private @Nullable LocalDate startsOn;

    private @Nullable UUID replacedBy;

    /** The acts that it rests on. */
    @Column(nullable = false)
    private List<UUID> basis;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private LegalActTerms terms;

    @SuppressWarnings("NullAway.Init")
    protected LegalAct() {}

    LegalAct(Registration registration, LegalActDraft draft, Links links) {
        super(registration);
        this.code = draft.code();
        take(draft, links);
    }

    /** The acts that a draft names, found. */
    record Links(@Nullable UUID replacedBy, List<UUID> basis) {}

    /** Changes what it says; the code stays, addresses are built on it. */
    void revise(LegalActDraft draft, Links links, Anchor anchor) {
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft, links);
    }

    private void take(LegalActDraft draft, Links links) {
        number = draft.number();
        kind = draft.kind();
        title = draft.title();
        issuedOn = draft.issuedOn();
        validFrom = draft.validFrom();
        validTo = draft.validTo();
        startsOn = validFrom == null ? issuedOn : validFrom;
        replacedBy = links.replacedBy();
        basis = List.copyOf(links.basis());
        terms = draft.terms();
    }

    @Override
    public String code() {
        return code;
    }

    public String number() {
        return number;
    }

    public LegalActKind kind() {
        return kind;
    }

    public Text title() {
        return title;
    }

    /** Ids of the acts that it rests on. */
    public List<UUID> basis() {
        return basis;
    }

    /** Whether it is valid on the day; null where it is not known since when it is. */
    public @Nullable Boolean validOn(LocalDate day) {
        if (validTo != null && day.isAfter(validTo)) {
            return false;
        }
        return startsOn == null ? null : (Boolean) !day.isBefore(startsOn);
    }

    @Nullable
    UUID replacedBy() {
        return replacedBy;
    }

    @Nullable
    LocalDate issuedOn() {
        return issuedOn;
    }

    @Nullable
    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    LegalActTerms terms() {
        return terms;
    }

    @Override
    protected List<Reference> references() {
        List<Reference> references = new ArrayList<>(Reference.ofOne("/replacedBy", "LEGAL_ACT", replacedBy));
        references.addAll(Reference.ofEach("/basis", "LEGAL_ACT", basis));
        return references;
    }

    @Override
    protected void describe(SearchText search) {
        search.add(code).add(number).add(title);
    }
}
