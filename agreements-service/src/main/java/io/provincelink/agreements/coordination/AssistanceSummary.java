package io.provincelink.agreements.coordination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.agreements.assistance.MoneyTotal;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The projects that the caller may see, by groups.
 *
 * @param overlapping whether a project may be in several groups; the total has each once, so it is not the sum of the groups then
 * @param groups largest first, years in their order
 * @param truncated whether there are more groups than shown
 */
public record AssistanceSummary(
        String groupBy,
        @Nullable SummaryLevel level,
        boolean overlapping,
        List<Group> groups,
        boolean truncated,
        Group total) {

    /**
     * One group, or all together.
     *
     * @param key code of the region or field, id of the organisation, or the year; absent in the total and for projects that name none
     * @param title name of the region or organisation, where the caller may see it
     * @param validFrom first day of the region, where its code had another meaning before
     * @param projects how many are recorded
     * @param collective how many of these stand for several projects that are only known together
     * @param money recorded plans and transactions, in each currency
     * @param published what was published about the same programmes or the region; never a part of the recorded sums
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssistanceSummaryGroup")
    public record Group(
            @Nullable String key,
            @Nullable Text title,
            @Nullable LocalDate validFrom,
            long projects,
            long collective,
            long organisations,
            List<MoneyTotal> money,
            List<AidFigures> published) {}
}
