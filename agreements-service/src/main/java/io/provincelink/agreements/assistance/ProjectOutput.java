package io.provincelink.agreements.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.KnownUnit;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a project brings about, and how much of it.
 *
 * @param indicator code out of {@code GET /indicators}, where one of them counts it
 * @param unit what it is counted in; all three figures are in it
 * @param baseline how much there was before
 * @param actual how much there is by the end of the period
 * @param period when the target is to be reached and the actual figure was counted; the project's unless given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssistanceOutput")
public record ProjectOutput(
        @NotNull @Valid Text title,

        @Nullable @Size(max = 60) @Pattern(regexp = "^[a-z]+(-[a-z]+){0,10}$")
        String indicator,

        @NotNull @KnownUnit String unit,
        @Nullable @Valid Figure baseline,
        @Nullable @Valid Figure target,
        @Nullable @Valid Figure actual,
        @Nullable @Valid Period period) {

    /** A rate may rise or fall below nothing, and so may what it changes by; of what is counted there is none or some. */
    private static final Set<String> RATES = Set.of("percent", "percentage-point");

    List<Fault> faults(String at) {
        List<Fault> faults = new ArrayList<>();
        check(faults, at + "/baseline", baseline);
        check(faults, at + "/target", target);
        check(faults, at + "/actual", actual);
        return faults;
    }

    private void check(List<Fault> faults, String at, @Nullable Figure figure) {
        if (figure == null || unit == null) {
            return;
        }
        if (figure.unit() != null && !figure.unit().equals(unit)) {
            faults.add(Fault.at(at + "/unit", "wrong-unit", unit));
        }
        if (figure.value() != null && figure.value().signum() < 0 && !RATES.contains(unit)) {
            faults.add(Fault.at(at + "/value", "negative"));
        }
    }
}
