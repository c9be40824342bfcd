package io.provincelink.gateway.overview;

import io.provincelink.gateway.brief.Brief;
import io.provincelink.gateway.brief.Gathered;
import io.provincelink.gateway.brief.Given;
import io.provincelink.gateway.brief.ProgrammeSelection;
import io.provincelink.gateway.brief.Selection;
import io.provincelink.gateway.brief.Warning;
import io.provincelink.gateway.overview.RegionOverview.Aid;
import io.provincelink.gateway.overview.RegionOverview.DueSession;
import java.util.List;

/** What one service says of a region. */
sealed interface OverviewPart extends Gathered.Warns {

    /** What agreements-service says. */
    record OfAgreements(ProgrammeSelection programmes, Aid aid, Selection twinnings, List<Warning> warnings)
            implements OverviewPart {
        public OfAgreements {
            Given.value(programmes);
            Given.value(aid);
            Given.value(twinnings);
            Given.list(warnings);
        }
    }

    /** What exchanges-service says. */
    record OfExchanges(List<Brief> meetings, List<Brief> delegations, List<DueSession> sessions, List<Warning> warnings)
            implements OverviewPart {
        public OfExchanges {
            Given.list(meetings);
            Given.list(delegations);
            Given.list(sessions);
            Given.list(warnings);
        }
    }
}
