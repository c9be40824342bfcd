package io.provincelink.exchanges.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a practice in one place.
 *
 * @param on the day on which it was so, absent where that is not known
 * @param figure in numbers, where somebody counted it
 * @param source who said it, where it is not the side that reports it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PracticeResult(
        @Nullable LocalDate on,
        @NotNull @Valid Text what,
        @Nullable @Valid Figure figure,
        @Nullable @Valid Source source) {

    /** What is still to come is no result. */
    public static List<Fault> faults(@Nullable List<@Nullable PracticeResult> results, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; results != null && i < results.size(); i++) {
            PracticeResult result = results.get(i);
            if (result != null && result.on() != null && result.on().isAfter(today)) {
                faults.add(Fault.at("/results/" + i + "/on", "in-future", today));
            }
        }
        return faults;
    }
}
