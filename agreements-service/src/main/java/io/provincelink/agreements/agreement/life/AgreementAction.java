package io.provincelink.agreements.agreement.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with an agreement, kept with it until it is taken back.
 *
 * @param number in the order in which they were recorded, from 1; names it in addresses
 * @param on the day on which it happened or takes effect
 * @param until the last day in force, of ENTER_INTO_FORCE and EXTEND
 * @param region the party that did it, as the agreement names it; of SUCCEED the party whose part is handed over
 * @param to the units that take the part over, of SUCCEED
 * @param by who recorded it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AgreementAction(
        int number,
        AgreementActionType type,
        LocalDate on,
        @Nullable LocalDate until,
        String region,
        List<String> to,
        @Nullable Text note,
        AgreementActor by,
        Instant recordedAt) {

    public AgreementAction {
        to = List.copyOf(Objects.requireNonNullElse(to, List.of()));
    }

    /** One that nobody recorded, to try whether it would be possible. */
    static AgreementAction trial(AgreementActionType type, LocalDate on, @Nullable LocalDate until, String region) {
        return new AgreementAction(
                0, type, on, until, region, List.of(), null, new AgreementActor(region, null), Instant.EPOCH);
    }

    AgreementAction numbered(int newNumber) {
        return new AgreementAction(newNumber, type, on, until, region, to, note, by, recordedAt);
    }

    /** As the other side may know it: whom a party asked for an opinion, and why, is its own affair. */
    public AgreementAction withoutNote() {
        return new AgreementAction(number, type, on, until, region, to, null, by, recordedAt);
    }
}
