package io.provincelink.gateway.overview;

import static io.provincelink.gateway.upstream.Composer.parameter;

import io.provincelink.gateway.brief.RegionInShort;
import io.provincelink.gateway.brief.ReportedTrade;
import io.provincelink.gateway.brief.Warning;
import io.provincelink.gateway.overview.OverviewPart.OfAgreements;
import io.provincelink.gateway.overview.OverviewPart.OfExchanges;
import io.provincelink.gateway.overview.RegionOverview.Exchanges;
import io.provincelink.gateway.upstream.Composed;
import io.provincelink.gateway.upstream.Composer;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Upstream;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
        return Uni.combine()
                .all()
                .unis(
                        composer.part(Upstream.AGREEMENTS, uri, OfAgreements.class, caller),
                        composer.part(Upstream.EXCHANGES, uri, OfExchanges.class, caller),
                        composer.part(Upstream.TRADE, uri, ReportedTrade.Part.class, caller))
                .with((agreements, exchanges, trade) ->
                        composer.composed(overview(region, agreements, exchanges, trade)));
    }

    private static RegionOverview overview(
            RegionInShort region,
            Optional<OfAgreements> agreements,
            Optional<OfExchanges> exchanges,
            Optional<ReportedTrade.Part> trade) {
        List<String> unavailable = Composer.unavailable(
                Map.of(Upstream.AGREEMENTS, agreements, Upstream.EXCHANGES, exchanges, Upstream.TRADE, trade));
        List<Warning> warnings = Stream.of(agreements, exchanges)
                .flatMap(Optional::stream)
                .flatMap(part -> part.warnings().stream())
                .toList();
        return new RegionOverview(
                region,
                of(agreements, OfAgreements::programmes),
                of(exchanges, part -> new Exchanges(part.meetings(), part.delegations(), part.sessions())),
                of(trade, ReportedTrade.Part::trade),
                of(agreements, OfAgreements::aid),
                of(agreements, OfAgreements::twinnings),
                warnings,
                unavailable);
    }

    private static <P, T> @Nullable T of(Optional<P> part, Function<P, T> said) {
        return part.map(said).orElse(null);
    }
}
