package io.provincelink.exchanges.meeting;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it is kept, in a table of its own so that it can be asked for beside those of other meetings.
 *
 * @param within codes of the owner's unit and of all that it lies in; without an owner of the parties
 */
@Embeddable
public record OutcomeRow(
        @Column(nullable = false) UUID outcomeId,

        @JdbcTypeCode(SqlTypes.JSON) @Column(nullable = false)
        Text what,

        @Nullable String owner,
        @Nullable LocalDate due,

        @Enumerated(EnumType.STRING) @Column(nullable = false)
        OutcomeStatus status,

        @Nullable LocalDate doneOn,
        @Nullable UUID carriedTo,
        @Nullable UUID continues,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Text note,
        @Column(nullable = false) List<String> within) {

    /** @param parties codes of the meeting's parties and of all that these lie in */
    static OutcomeRow of(OutcomeDraft draft, Anchor anchor, List<String> parties) {
        String owner = draft.owner();
        return new OutcomeRow(
                Objects.requireNonNull(draft.id()),
                draft.what(),
                owner,
                draft.due(),
                draft.status(),
                draft.doneOn(),
                draft.carriedTo(),
                draft.continues(),
                draft.note(),
                owner == null
                        ? parties
                        : anchor.regions().within(anchor.unit(owner)).stream()
                                .sorted()
                                .toList());
    }

    OutcomeDraft draft() {
        return new OutcomeDraft(outcomeId, what, owner, due, status, doneOn, carriedTo, continues, note);
    }

    /** Whether both ask the same of the same: then who agreed to the one agrees to the other. How far it has come is another matter. */
    boolean asksTheSameAs(OutcomeRow other) {
        return what.equals(other.what) && Objects.equals(owner, other.owner) && Objects.equals(due, other.due);
    }
}
