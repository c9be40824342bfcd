package io.provincelink.gateway.activity;

import static io.provincelink.gateway.upstream.Composer.parameter;

import io.provincelink.gateway.activity.Activities.Overlap;
import io.provincelink.gateway.brief.Brief;
import io.provincelink.gateway.brief.Given;
import io.provincelink.gateway.upstream.Composed;
import io.provincelink.gateway.upstream.Composer;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.http.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of activities over all services that keep what is asked for; each is asked once, all at the same time. */
@Singleton
class ActivityLists {

    /** More pairs than anybody looks at; whoever wants all of them asks for fewer works. */
    private static final int MOST_OVERLAPS = 100;

    private static final Comparator<Brief> NEWEST_FIRST =
            Comparator.comparing((Brief brief) -> brief.id().toString()).reversed();

    private final Composer composer;

    ActivityLists(Composer composer) {
        this.composer = composer;
    }

    /** What one service knows. */
    record Part(List<Brief> items, List<Work> works, boolean cut) {
        Part {
            Given.list(items);
            Given.list(works);
        }
    }

    Uni<Composed<Activities>> of(ActivityQuery query, OnBehalfOf caller) {
        Set<Upstream> keepers = EnumSet.noneOf(Upstream.class);
        query.asked().forEach(type -> keepers.add(type.keeper()));
        String uri = "/api/v1/activity-part?" + parameter("limit", query.limit).substring(1)
                + parameter("after", query.place())
                + parameter("region", query.region)
                + parameter("rollup", query.rollup)
                + parameter("field", query.field)
                + parameter("period", query.period)
                + parameter("types", query.types == null ? null : named(query));
        return composer.ask(keepers, uri, Part.class, caller).map(found -> composer.composed(answer(query, found)));
    }

    /** As the services spell them. */
    private static String named(ActivityQuery query) {
        return query.asked().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Activities answer(ActivityQuery query, Map<Upstream, Optional<Part>> found) {
        List<String> unavailable = Composer.unavailable(found);
        List<Part> parts = found.values().stream().flatMap(Optional::stream).toList();
        List<Brief> newest = parts.stream()
                .flatMap(part -> part.items().stream())
                .sorted(NEWEST_FIRST)
                .limit(query.fetch())
                .toList();
        Page<Brief> page = query.page(newest, brief -> brief.id().toString(), Function.identity());
        List<Overlap> overlaps =
                overlaps(parts.stream().flatMap(part -> part.works().stream()).toList());
        boolean all = unavailable.isEmpty() && parts.stream().noneMatch(Part::cut) && overlaps.size() <= MOST_OVERLAPS;
        return new Activities(
                page.items(), overlaps.stream().limit(MOST_OVERLAPS).toList(), all, page.next(), unavailable);
    }

    /** Each pair once, the newest first, and one more if there are more than are shown. */
    private static List<Overlap> overlaps(List<Work> works) {
        List<Work> newest = works.stream().sorted(Work.NEWEST_FIRST).toList();
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < newest.size(); i++) {
            for (int j = i + 1; j < newest.size() && overlaps.size() <= MOST_OVERLAPS; j++) {
                newest.get(i).with(newest.get(j)).ifPresent(overlaps::add);
            }
        }
        return overlaps;
    }
}
