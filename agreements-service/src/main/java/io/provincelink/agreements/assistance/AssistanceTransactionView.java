package io.provincelink.agreements.assistance;

import io.provincelink.kit.words.Money;
import io.provincelink.kit.words.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transaction as a client gets it. */
public record AssistanceTransactionView(
        UUID id,
        UUID project,
        TransactionKind kind,
        LocalDate on,
        Money money,
        @Nullable UUID corrects,
        @Nullable String reference,
        @Nullable Text note,
        Instant recordedAt) {

    static AssistanceTransactionView of(AssistanceTransaction transaction) {
        return new AssistanceTransactionView(
                transaction.id(),
                transaction.project(),
                transaction.kind(),
                transaction.on(),
                transaction.money(),
                transaction.corrects(),
                transaction.reference(),
                transaction.note(),
                transaction.recordedAt());
    }
}
