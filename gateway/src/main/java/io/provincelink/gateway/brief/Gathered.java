package io.provincelink.gateway.brief;

import io.provincelink.gateway.upstream.Composer;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Upstream;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the three services say of one matter; one that says nothing is named as unavailable. */
public record Gathered<A extends Gathered.Warns, E extends Gathered.Warns>(
        Optional<A> agreements, Optional<E> exchanges, Optional<ReportedTrade.Part> trade) {

    /** A part that warns. */
    public interface Warns {
        List<Warning> warnings();
    }

    /** Asks each service once, all at the same time. */
    public static <A extends Warns, E extends Warns> Uni<Gathered<A, E>> ask(
            Composer composer, String uri, Class<A> agreements, Class<E> exchanges, OnBehalfOf caller) {
        return Uni.combine()
                .all()
                .unis(
                        composer.part(Upstream.AGREEMENTS, uri, agreements, caller),
                        composer.part(Upstream.EXCHANGES, uri, exchanges, caller),
                        composer.part(Upstream.TRADE, uri, ReportedTrade.Part.class, caller))
                .with(Gathered::new);
    }

    /** @throws io.provincelink.kit.problem.ProblemException 503 when none says anything */
    public List<String> unavailable() {
        return Composer.unavailable(
                Map.of(Upstream.AGREEMENTS, agreements, Upstream.EXCHANGES, exchanges, Upstream.TRADE, trade));
    }

    public List<Warning> warnings() {
        return Stream.of(agreements, exchanges)
                .flatMap(Optional::stream)
                .flatMap(part -> part.warnings().stream())
                .toList();
    }

    public <T> @Nullable T ofAgreements(Function<A, T> said) {
        return agreements.map(said).orElse(null);
    }

    public <T> @Nullable T ofExchanges(Function<E, T> said) {
        return exchanges.map(said).orElse(null);
    }

    public @Nullable List<ReportedTrade> reportedTrade() {
        return trade.map(ReportedTrade.Part::trade).orElse(null);
    }
}
