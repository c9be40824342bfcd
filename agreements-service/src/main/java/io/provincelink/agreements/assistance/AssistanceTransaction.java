package io.provincelink.agreements.assistance;

import io.provincelink.kit.words.Money;
import io.provincelink.kit.words.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One movement of a project's money. It is never changed: what was wrong is put right by another one that names it. */
@Entity
public class AssistanceTransaction {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID project;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TransactionKind kind;

    @Column(nullable = false)
    private LocalDate day;

    @Column(nullable = false)
    private BigDecimal amount;

    @Column(nullable = false)
    private String currency;

    private @Nullable UUID corrects;

    private @Nullable String reference;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Text note;

    @Column(nullable = false)
    private Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AssistanceTransaction() {}

    AssistanceTransaction(UUID id, UUID project, AssistanceTransactionDraft draft, Instant at) {
        this.id = id;
        this.project = project;
        this.kind = draft.kind();
        this.day = draft.on();
        this.amount = draft.money().amount();
        this.currency = draft.money().currency();
        this.corrects = draft.corrects();
        this.reference = draft.reference();
        this.note = draft.note();
        this.recordedAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID project() {
        return project;
    }

    public TransactionKind kind() {
        return kind;
    }

    public LocalDate on() {
        return day;
    }

    public Money money() {
        return new Money(amount, currency);
    }

    @Nullable
    UUID corrects() {
        return corrects;
    }

    public @Nullable String reference() {
        return reference;
    }

    public @Nullable Text note() {
        return note;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
