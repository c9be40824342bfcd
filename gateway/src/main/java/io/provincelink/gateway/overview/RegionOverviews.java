package io.provincelink.gateway.overview;

import static io.provincelink.gateway.upstream.Composer.parameter;

import io.provincelink.gateway.brief.Gathered;
import io.provincelink.gateway.brief.RegionInShort;
import io.provincelink.gateway.overview.OverviewPart.OfAgreements;
import io.provincelink.gateway.overview.OverviewPart.OfExchanges;
import io.provincelink.gateway.overview.RegionOverview.Exchanges;
import io.provincelink.gateway.upstream.Composed;
import io.provincelink.gateway.upstream.Composer;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The overviews of all regions: each service is asked once, all at the same time. */
@Singleton
class RegionOverviews {

    private final Composer composer;

    RegionOverviews(Composer composer) {
        this.composer = composer;
    }

    /** @param rollup null, or {@code current} */
    Uni<Composed<RegionOverview>> of(RegionInShort region, @Nullable String rollup, OnBehalfOf caller) {
        String uri = "/api/v1/overview-part?"
                + parameter("region", region.code()).substring(1) + parameter("rollup", rollup);
        return Gathered.ask(composer, uri, OfAgreements.class, OfExchanges.class, caller)
                .map(gathered -> composer.composed(overview(region, gathered)));
    }

    private static RegionOverview overview(RegionInShort region, Gathered<OfAgreements, OfExchanges> gathered) {
        return new RegionOverview(
                region,
                gathered.ofAgreements(OfAgreements::programmes),
                gathered.ofExchanges(part -> new Exchanges(part.meetings(), part.delegations(), part.sessions())),
                gathered.reportedTrade(),
                gathered.ofAgreements(OfAgreements::aid),
                gathered.ofAgreements(OfAgreements::twinnings),
                gathered.warnings(),
                gathered.unavailable());
    }
}
