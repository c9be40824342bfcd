package io.provincelink.agreements.overview;

import io.provincelink.agreements.coordination.AidTotals.AidTotal;
import io.provincelink.agreements.programme.ProgrammeSelection;
import io.provincelink.record.brief.Selection;
import io.provincelink.record.brief.Warning;
import java.util.List;

/** Programmes, aid and twins of the region. */
public record AgreementsOverviewPart(
        ProgrammeSelection programmes, Aid aid, Selection twinnings, List<Warning> warnings) {

    /**
     * What organisations do there.
     *
     * @param running projects that run today
     * @param total of all projects of all times
     */
    public record Aid(Selection running, AidTotal total) {}
}
