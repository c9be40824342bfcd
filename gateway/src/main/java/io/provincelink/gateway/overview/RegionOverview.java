package io.provincelink.gateway.overview;

import io.provincelink.gateway.brief.Brief;
import io.provincelink.gateway.brief.Given;
import io.provincelink.gateway.brief.ProgrammeSelection;
import io.provincelink.gateway.brief.RegionInShort;
import io.provincelink.gateway.brief.ReportedTrade;
import io.provincelink.gateway.brief.Selection;
import io.provincelink.gateway.brief.Warning;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.PlainNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A region at a glance. A key is always there; it is null where the service that knows is unavailable, and empty where there is nothing.
 *
 * @param programmes of the region or of units inside it; from agreements-service, as aid and twinnings
 * @param exchanges what is to come; from exchanges-service
 * @param trade what the region reports of all its partners together; from trade-service. Currencies are not added
 * @param twinnings that stand today, as far as their days are known
 * @param warnings of those services that are available
 * @param unavailable the services that did not answer in time
 */
public record RegionOverview(
        RegionInShort region,
        @Nullable ProgrammeSelection programmes,
        @Nullable Exchanges exchanges,
        @Nullable List<ReportedTrade> trade,
        @Nullable Aid aid,
        @Nullable Selection twinnings,
        List<Warning> warnings,
        List<String> unavailable) {

    /**
     * Up to twenty of each, the next first.
     *
     * @param meetings that are set for today or a later day
     * @param delegations under way, accepted or proposed
     * @param sessions of mechanisms that are due within half a year and not held yet
     */
    @Schema(name = "OverviewExchanges")
    public record Exchanges(List<Brief> meetings, List<Brief> delegations, List<DueSession> sessions) {}

    /**
     * A session for which a day is to be set.
     *
     * @param due day on which it falls due by the mechanism's rule
     * @param from first day on which it may be held
     * @param until last day on which it may be held
     * @param host whose turn it is, where that is agreed
     */
    @Schema(name = "OverviewDueSession")
    public record DueSession(
            Brief mechanism,
            LocalDate due,
            LocalDate from,
            LocalDate until,
            @Nullable String host) {
        public DueSession {
            Given.value(mechanism);
            Given.value(due);
            Given.value(from);
            Given.value(until);
        }
    }

    /**
     * What organisations do there.
     *
     * @param running projects that run today
     * @param total of all projects of all times
     */
    @Schema(name = "OverviewAid")
    public record Aid(Selection running, AidTotal total) {
        public Aid {
            Given.value(running);
            Given.value(total);
        }
    }

    /**
     * What the projects come to, those that work in a part of the region or in one around it.
     *
     * @param collective how many of the projects stand for several that are only known together
     * @param money one row for each currency that occurs
     */
    @Schema(name = "OverviewAidTotal")
    public record AidTotal(long projects, long collective, long organisations, List<AidMoney> money) {
        public AidTotal {
            Given.list(money);
        }
    }

    /**
     * Sums in one currency.
     *
     * @param planned null where no plan is in it
     * @param disbursedShare how much of the plans was disbursed, in percent; null without a plan
     */
    @Schema(name = "OverviewAidMoney")
    public record AidMoney(
            String currency,
            @Nullable BigDecimal planned,
            BigDecimal committed,
            BigDecimal disbursed,
            BigDecimal expended,
            @Nullable Figure disbursedShare) {
        public AidMoney {
            Given.value(currency);
            planned = PlainNumber.of(planned);
            committed = Given.value(PlainNumber.of(committed));
            disbursed = Given.value(PlainNumber.of(disbursed));
            expended = Given.value(PlainNumber.of(expended));
        }
    }
}
