package io.provincelink.agreements.agreement;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.record.Coded;
import io.provincelink.record.Sensitivity;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An agreement between two or more regions. */
@Entity
public class Agreement extends SearchableRecord implements Coded {

    @Column(nullable = false, updatable = false)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AgreementKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AgreementLevel level;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Text title;

    private @Nullable LocalDate signedOn;

    private @Nullable LocalDate periodFrom;

    private @Nullable LocalDate periodTo;

    /** Names of the fields, for the filter. */
    @Column(nullable = false)
    private List<String> fields;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private AgreementTerms terms;

    /** What is said of the documents; their bytes are kept apart. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<FiledDocument> documents = List.of();

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    Agreement(Registration registration, AgreementDraft draft) {
        super(registration);
        this.code = draft.code();
        take(draft);
    }

    /** Changes what it says; the code stays, addresses are built on it. */
    void revise(AgreementDraft draft, Anchor anchor) {
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    private void take(AgreementDraft draft) {
        kind = draft.kind();
        level = draft.level();
        title = draft.title();
        signedOn = draft.signedOn();
        periodFrom = draft.period() == null ? null : draft.period().from();
        periodTo = draft.period() == null ? null : draft.period().to();
        fields = draft.fields().stream().map(Enum::name).toList();
        terms = draft.terms();
    }

    @Override
    protected void describe(SearchText search) {
        search.add(code).add(title).addParties(terms.parties());
    }

    @Override
    public String code() {
        return code;
    }

    AgreementKind kind() {
        return kind;
    }

    AgreementLevel level() {
        return level;
    }

    Text title() {
        return title;
    }

    @Nullable
    LocalDate signedOn() {
        return signedOn;
    }

    @Nullable
    Period period() {
        return periodFrom == null || periodTo == null ? null : new Period(periodFrom, periodTo);
    }

    AgreementStatus status(LocalDate day) {
        return AgreementStatus.on(day, signedOn, period());
    }

    AgreementTerms terms() {
        return terms;
    }

    /** With the withdrawn ones, in the order in which they came. */
    public List<FiledDocument> documents() {
        return documents;
    }

    /** Takes a document in, or its newer state in place of the present one. */
    public void file(FiledDocument document) {
        boolean known = documents.stream().anyMatch(filed -> filed.id().equals(document.id()));
        documents = known
                ? documents.stream()
                        .map(filed -> filed.id().equals(document.id()) ? document : filed)
                        .toList()
                : Stream.concat(documents.stream(), Stream.of(document)).toList();
    }

    public List<String> authenticLanguages() {
        return terms.authenticLanguages();
    }

    public @Nullable String prevailingLanguage() {
        return terms.prevailingLanguage();
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(terms.fields(), level);
    }
}
