package io.provincelink.gateway.partnership;

import static io.provincelink.gateway.upstream.Composer.parameter;

import io.provincelink.gateway.brief.Gathered;
import io.provincelink.gateway.brief.RegionInShort;
import io.provincelink.gateway.partnership.Partnership.Meetings;
import io.provincelink.gateway.partnership.TogetherPart.OfAgreements;
import io.provincelink.gateway.partnership.TogetherPart.OfExchanges;
import io.provincelink.gateway.upstream.Composed;
import io.provincelink.gateway.upstream.Composer;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.kit.http.ParameterReader;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

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
        return Gathered.ask(composer, uri, OfAgreements.class, OfExchanges.class, caller)
                .map(gathered -> composer.composed(partnership(parties, gathered)));
    }

    private static Partnership partnership(List<RegionInShort> parties, Gathered<OfAgreements, OfExchanges> gathered) {
        return new Partnership(
                parties,
                gathered.ofAgreements(OfAgreements::agreements),
                gathered.ofAgreements(OfAgreements::programmes),
                gathered.ofExchanges(OfExchanges::mechanisms),
                gathered.ofExchanges(part -> new Meetings(part.upcoming(), part.last())),
                gathered.ofExchanges(OfExchanges::delegations),
                gathered.ofAgreements(OfAgreements::twinnings),
                gathered.reportedTrade(),
                gathered.ofAgreements(OfAgreements::donations),
                gathered.ofAgreements(OfAgreements::assistance),
                gathered.warnings(),
                gathered.unavailable());
    }
}
