package io.provincelink.exchanges.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at; it keeps nobody from anything.
 *
 * @param delegation the other delegation that it is about, where it is one
 * @param country whose holiday it is, where it is one
 * @param period the days that it is about: of the other delegation, of the holiday, of the programme
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DelegationWarning(
        Code code, @Nullable UUID delegation, @Nullable String country, Period period, Text message) {

    /** What a delegation may warn of. */
    @Schema(name = "DelegationWarningCode")
    public enum Code {
        /** The same head travels with another delegation on some of these days. */
        DOUBLE_BOOKED_HEAD,
        /** Offices of one side are closed on some of these days. */
        PUBLIC_HOLIDAY,
        /** It names a public programme, and some of its days lie outside that programme's period. */
        OUTSIDE_PROGRAMME
    }
}
