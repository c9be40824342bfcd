package io.provincelink.gateway.partnership;

import io.provincelink.gateway.brief.Brief;
import io.provincelink.gateway.brief.Gathered;
import io.provincelink.gateway.brief.Given;
import io.provincelink.gateway.brief.ProgrammeSelection;
import io.provincelink.gateway.brief.Selection;
import io.provincelink.gateway.brief.Warning;
import io.provincelink.gateway.partnership.Partnership.Travelled;
import java.util.List;

/** What one service says of a partnership. */
sealed interface TogetherPart extends Gathered.Warns {

    /** What agreements-service says. */
    record OfAgreements(
            Selection agreements,
            ProgrammeSelection programmes,
            Selection twinnings,
            Selection donations,
            Selection assistance,
            List<Warning> warnings)
            implements TogetherPart {
        public OfAgreements {
            Given.value(agreements);
            Given.value(programmes);
            Given.value(twinnings);
            Given.value(donations);
            Given.value(assistance);
            Given.list(warnings);
        }
    }

    /** What exchanges-service says. */
    record OfExchanges(
            Selection mechanisms,
            List<Brief> upcoming,
            List<Brief> last,
            List<Travelled> delegations,
            List<Warning> warnings)
            implements TogetherPart {
        public OfExchanges {
            Given.value(mechanisms);
            Given.list(upcoming);
            Given.list(last);
            Given.list(delegations);
            Given.list(warnings);
        }
    }
}
