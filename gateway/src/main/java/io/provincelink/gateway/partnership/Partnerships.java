package io.provincelink.gateway.partnership;

import static io.provincelink.gateway.upstream.Composer.parameter;

import io.provincelink.gateway.brief.RegionInShort;
import io.provincelink.gateway.brief.ReportedTrade;
import io.provincelink.gateway.brief.Warning;
import io.provincelink.gateway.partnership.Partnership.Meetings;
import io.provincelink.gateway.partnership.TogetherPart.OfAgreements;
import io.provincelink.gateway.partnership.TogetherPart.OfExchanges;
import io.provincelink.gateway.upstream.Composed;
import io.provincelink.gateway.upstream.Composer;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.http.ParameterReader;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All partnerships: each service is asked once, all at the same time. */
@Singleton
class Partnerships {

    private final Composer composer;

    Partnerships(Composer composer) {
        this.composer = composer;
    }

    Uni<Composed<Partnership>> of(PartnershipQuery query, ParameterReader parameters, OnBehalfOf caller) {
        List<String> codes = query.codes(parameters);
        List<RegionInShort> parties = codes.stream()
                .flatMap(code -> RegionInShort.of(parameters.known(), code, parameters.today()).stream())
                .toList();
        String uri = "/api/v1/partnership-part?"
                + parameter("parties", String.join(",", codes)).substring(1) + parameter("rollup", query.rollup);
        return Uni.combine()
                .all()
                .unis(
                        composer.part(Upstream.AGREEMENTS, uri, OfAgreements.class, caller),
                        composer.part(Upstream.EXCHANGES, uri, OfExchanges.class, caller),
                        composer.part(Upstream.TRADE, uri, ReportedTrade.Part.class, caller))
                .with((agreements, exchanges, trade) ->
                        composer.composed(partnership(parties, agreements, exchanges, trade)));
    }

    private static Partnership partnership(
            List<RegionInShort> parties,
            Optional<OfAgreements> agreements,
            Optional<OfExchanges> exchanges,
            Optional<ReportedTrade.Part> trade) {
        List<String> unavailable = Composer.unavailable(
                Map.of(Upstream.AGREEMENTS, agreements, Upstream.EXCHANGES, exchanges, Upstream.TRADE, trade));
        List<Warning> warnings = Stream.of(agreements, exchanges)
                .flatMap(Optional::stream)
                .flatMap(part -> part.warnings().stream())
                .toList();
        return new Partnership(
                parties,
                of(agreements, OfAgreements::agreements),
                of(agreements, OfAgreements::programmes),
                of(exchanges, OfExchanges::mechanisms),
                of(exchanges, part -> new Meetings(part.upcoming(), part.last())),
                of(exchanges, OfExchanges::delegations),
                of(agreements, OfAgreements::twinnings),
                of(trade, ReportedTrade.Part::trade),
                of(agreements, OfAgreements::donations),
                of(agreements, OfAgreements::assistance),
                warnings,
                unavailable);
    }

    private static <P, T> @Nullable T of(Optional<P> part, Function<P, T> said) {
        return part.map(said).orElse(null);
    }
}
