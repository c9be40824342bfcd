package io.provincelink.agreements.overview;

import io.provincelink.agreements.assistance.AssistanceProjectBriefs;
import io.provincelink.agreements.coordination.AidTotals;
import io.provincelink.agreements.overview.AgreementsOverviewPart.Aid;
import io.provincelink.agreements.twinning.TwinningBriefs;
import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.brief.Selection;
import io.provincelink.record.brief.Selections;
import jakarta.inject.Singleton;

/** Who is a friend of a region, and who helps there. */
@Singleton
class TwinsAndAid {

    private final Selections selections;
    private final TwinningBriefs twinnings;
    private final AssistanceProjectBriefs projects;
    private final AidTotals totals;

    TwinsAndAid(Selections selections, TwinningBriefs twinnings, AssistanceProjectBriefs projects, AidTotals totals) {
        this.selections = selections;
        this.twinnings = twinnings;
        this.projects = projects;
        this.totals = totals;
    }

    /** Those that stand today, as far as their days are known. */
    Selection twinnings(Caller reader, String[] codes) {
        return selections.newest(
                reader,
                twinnings,
                Filter.all()
                        .and("array_intersects(r.units, :codes)", "codes", codes)
                        .and(
                                "(r.since is null or r.since <= :today) and (r.until is null or r.until >= :today)",
                                "today",
                                reader.today()));
    }

    Aid aid(Caller reader, String region, boolean rollsUp) {
        Filter running = AssistanceProjectBriefs.in(Filter.all(), reader.regions(), region, rollsUp)
                .and(
                        "r.periodFrom <= :today and (r.periodTo is null or r.periodTo >= :today)",
                        "today",
                        reader.today());
        return new Aid(selections.newest(reader, projects, running), totals.of(reader, region, rollsUp));
    }
}
