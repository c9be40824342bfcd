package io.provincelink.gateway.brief;

import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at; it keeps nobody from anything.
 *
 * @param about the record that it concerns
 * @param on the day that it is about, of an end or on which something was due; null where it is of no day
 */
@Schema(name = "CompositionWarning")
public record Warning(
        @Schema(
                examples = {
                    "SUCCESSOR_UNDECIDED",
                    "PROGRAMME_NOT_RENEWED",
                    "PROGRAMME_NOT_REVIEWED",
                    "OUTCOME_OVERDUE",
                    "DOUBLE_BOOKED_HEAD"
                })
        String code,

        Text message,
        Brief about,
        @Nullable LocalDate on) {

    public Warning {
        Given.value(code);
        Given.value(message);
        Given.value(about);
    }
}
