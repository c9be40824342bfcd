package io.provincelink.gateway.feed;

import io.provincelink.gateway.upstream.Upstream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the pages of the services into one: of the changes that come next in each, the earliest, until there are enough. The rest of a page
 * is read again later, since its service goes on behind the last one that was taken.
 */
final class Merge {

    private final Map<Upstream, Deque<ServicePage.Change>> waiting = new EnumMap<>(Upstream.class);
    private final List<ChangeItem> taken = new ArrayList<>();
    private Places here;

    Merge(Places after, Map<Upstream, ServicePage> pages) {
        Places places = after;
        for (Map.Entry<Upstream, ServicePage> one : pages.entrySet()) {
            ServicePage page = one.getValue();
            if (page.items().isEmpty()) {
                places = places.with(one.getKey(), page.nextCursor());
            } else {
                waiting.put(one.getKey(), new ArrayDeque<>(page.items()));
            }
        }
        here = places;
    }

    ChangeFeed take(int limit, List<String> unavailable) {
        for (Upstream next = earliest(); next != null && taken.size() < limit; next = earliest()) {
            ServicePage.Change change = waiting.get(next).remove();
            here = here.with(next, change.cursor());
            taken.add(change.item(here));
        }
        return new ChangeFeed(taken, here.cursor(), unavailable);
    }

    /** The service whose next change is the earliest; null when there is none. */
    private @Nullable Upstream earliest() {
        Upstream earliest = null;
        for (Map.Entry<Upstream, Deque<ServicePage.Change>> one : waiting.entrySet()) {
            ServicePage.Change next = one.getValue().peek();
            if (next != null
                    && (earliest == null
                            || next.at()
                                    .isBefore(waiting.get(earliest).element().at()))) {
                earliest = one.getKey();
            }
        }
        return earliest;
    }
}
