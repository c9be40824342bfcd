package io.provincelink.agreements.assistance;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Money;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as a client sends it.
 *
 * @param on the day on which it happened
 * @param money negative only in a correction
 * @param corrects the transaction of this project that it corrects; kind and currency are those of that one
 * @param reference the payer's or the bank's own number
 */
public record AssistanceTransactionDraft(
        @Nullable UUID id,
        @NotNull TransactionKind kind,
        @NotNull LocalDate on,
        @NotNull @Valid Money money,
        @Nullable UUID corrects,
        @Nullable @Size(min = 1, max = 200) String reference,
        @Nullable @Valid Text note)
        implements Draft {

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {on};
    }

    /** What can be said of it alone. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        int sign = money == null || money.amount() == null ? 1 : money.amount().signum();
        if (sign == 0) {
            return List.of(Fault.at("/money/amount", "not-zero"));
        }
        return sign < 0 && corrects == null
                ? List.of(Fault.at("/money/amount", "negative-needs-correction"))
                : List.of();
    }

    @Override
    public List<Fault> faults(Anchor anchor, LocalDate today) {
        List<Fault> faults = new ArrayList<>(faults(anchor));
        if (on != null && on.isAfter(today)) {
            faults.add(Fault.at("/on", "in-future", today));
        }
        return faults;
    }

    /**
     * What can be said of it beside the one that it corrects.
     *
     * @param original null when the project has no such transaction, or it is a correction itself
     * @param left what is left of the original after earlier corrections
     */
    List<Fault> faultsBeside(@Nullable AssistanceTransaction original, BigDecimal left) {
        if (original == null) {
            return List.of(Fault.at("/corrects", "unknown-record"));
        }
        List<Fault> faults = new ArrayList<>();
        if (original.kind() != kind) {
            faults.add(Fault.at("/kind", "same-as-corrected", original.kind()));
        }
        if (!original.money().currency().equals(money.currency())) {
            faults.add(Fault.at(
                    "/money/currency", "same-as-corrected", original.money().currency()));
        } else if (left.add(money.amount()).signum() < 0) {
            faults.add(Fault.at("/money/amount", "more-than-left", left.toPlainString()));
        }
        return faults;
    }
}
