package io.provincelink.agreements.coordination;

import io.provincelink.agreements.assistance.MoneyTotal;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.Parameters;
import jakarta.inject.Singleton;
import java.util.List;

/** What all projects in a region come to, as the summary of them counts. */
@Singleton
public class AidTotals {

    private final AssistanceSummaries summaries;

    AidTotals(AssistanceSummaries summaries) {
        this.summaries = summaries;
    }

    /**
     * Of all times.
     *
     * @param collective how many of the projects stand for several that are only known together
     * @param money in each currency that occurs
     */
    public record AidTotal(long projects, long collective, long organisations, List<MoneyTotal> money) {}

    /** @param rollsUp whether what was in a closed unit counts in the one that took its area over */
    public AidTotal of(Caller reader, String region, boolean rollsUp) {
        var question = new AssistanceSummaryQuery.Question(
                SummaryGrouping.FIELD,
                SummaryLevel.PROVINCE,
                null,
                region,
                List.of(Parameters.taken(reader.regions(), region, rollsUp)),
                List.of(Parameters.around(reader.regions(), region)),
                rollsUp);
        List<SummaryRow> total = summaries.rows(reader, question).stream()
                .filter(SummaryRow::total)
                .toList();
        SummaryRow counts =
                total.stream().filter(row -> row.currency() == null).findFirst().orElse(null);
        List<MoneyTotal> money = total.stream()
                .filter(row -> row.currency() != null)
                .map(AidTotals::money)
                .toList();
        return counts == null
                ? new AidTotal(0, 0, 0, money)
                : new AidTotal(counts.projects(), counts.collective(), counts.organisations(), money);
    }

    private static MoneyTotal money(SummaryRow row) {
        return new MoneyTotal(
                row.currency(),
                row.planned(),
                row.committed(),
                row.disbursed(),
                row.expended(),
                MoneyTotal.share(row.currency(), row.disbursedOfPlan(), row.planned()));
    }
}
