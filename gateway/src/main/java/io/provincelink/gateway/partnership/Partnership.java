package io.provincelink.gateway.partnership;

import io.provincelink.gateway.brief.Brief;
import io.provincelink.gateway.brief.ProgrammeSelection;
import io.provincelink.gateway.brief.RegionInShort;
import io.provincelink.gateway.brief.ReportedTrade;
import io.provincelink.gateway.brief.Selection;
import io.provincelink.gateway.brief.Warning;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What two or more regions have together. A key is always there; it is null where the service that knows is unavailable, and empty where
 * there is nothing.
 *
 * @param parties in the order in which they were asked for
 * @param agreements of all of them; from agreements-service, as programmes, twinnings, donations and assistance
 * @param mechanisms of all of them; from exchanges-service, as meetings and delegations
 * @param delegations between each two of them
 * @param trade what each reports of each other; from trade-service. Neither currencies nor reporters are added
 * @param donations between all of them, in kind
 * @param assistance projects that serve one of the programmes that are shown
 * @param warnings of those services that are available
 * @param unavailable the services that did not answer in time
 */
public record Partnership(
        List<RegionInShort> parties,
        @Nullable Selection agreements,
        @Nullable ProgrammeSelection programmes,
        @Nullable Selection mechanisms,
        @Nullable Meetings meetings,
        @Nullable List<Travelled> delegations,
        @Nullable Selection twinnings,
        @Nullable List<ReportedTrade> trade,
        @Nullable Selection donations,
        @Nullable Selection assistance,
        List<Warning> warnings,
        List<String> unavailable) {

    /**
     * Up to ten meetings of all of them before and after today.
     *
     * @param upcoming set for today or a later day, the next first
     * @param last held, the latest first; behind them those of which no day is known
     */
    @Schema(name = "PartnershipMeetings")
    public record Meetings(List<Brief> upcoming, List<Brief> last) {}

    /**
     * Delegations from one party, or a unit inside it, to another.
     *
     * @param people as reported, else as announced; who travels twice counts twice
     */
    @Schema(name = "PartnershipDelegations")
    public record Travelled(
            String sending,
            String receiving,
            @Schema(examples = "COMPLETED") String status,
            long delegations,
            long people) {}
}
