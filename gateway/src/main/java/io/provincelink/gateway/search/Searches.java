package io.provincelink.gateway.search;

import static io.provincelink.gateway.upstream.Composer.parameter;

import io.provincelink.gateway.brief.Given;
import io.provincelink.gateway.upstream.Composed;
import io.provincelink.gateway.upstream.Composer;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Searches over all services that keep what is searched for, asked at the same time; their hits are merged in one order. */
@Singleton
class Searches {

    private final Composer composer;

    Searches(Composer composer) {
        this.composer = composer;
    }

    /** What one service finds. */
    record Part(List<SearchHit> hits, List<String> cut) {
        Part {
            Given.list(hits);
            Given.list(cut);
        }
    }

    Uni<Composed<SearchAnswer>> of(SearchQuery query, OnBehalfOf caller) {
        Set<Upstream> keepers = EnumSet.noneOf(Upstream.class);
        query.asked().forEach(type -> keepers.add(type.keeper()));
        String uri = "/api/v1/search-part?" + parameter("q", query.q).substring(1)
                + parameter("types", query.types == null ? null : named(query)) + parameter("after", query.place())
                + parameter("limit", query.limit);
        return composer.ask(keepers, uri, Part.class, caller).map(found -> composer.composed(answer(query, found)));
    }

    /** As the services spell them. */
    private static String named(SearchQuery query) {
        return query.asked().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static SearchAnswer answer(SearchQuery query, Map<Upstream, Optional<Part>> found) {
        List<String> unavailable = Composer.unavailable(found);
        List<Part> parts = found.values().stream().flatMap(Optional::stream).toList();
        List<SearchHit> best = parts.stream()
                .flatMap(part -> part.hits().stream())
                .sorted(SearchHit.BEST_FIRST)
                .limit(query.fetch())
                .toList();
        Page<SearchHit> page = query.page(best, SearchHit::place, Function.identity());
        List<String> cut =
                parts.stream().flatMap(part -> part.cut().stream()).sorted().toList();
        return new SearchAnswer(page.items(), cut, page.next(), unavailable);
    }
}
