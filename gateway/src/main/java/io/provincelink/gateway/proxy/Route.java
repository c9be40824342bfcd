package io.provincelink.gateway.proxy;

import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Who answers a request. */
sealed interface Route {

    /** A service does. */
    record To(Upstream service) implements Route {}

    /** The gateway does: what it composes, and everything outside the API. */
    record Here() implements Route {}

    /** Nobody does. */
    record Refused(ProblemException problem) implements Route {}

    String API = "/api/v1";

    /** What the gateway answers itself. */
    Set<String> OWN =
            Set.of("indicators", "partnerships", "activities", "search", "changes", "webhooks", "audit-entries");

    /** Of that, what has addresses below it. */
    String WEBHOOKS = "webhooks";

    /** What it composes of a programme, and of a region. */
    Map<String, Set<String>> COMPOSED =
            Map.of("programmes", Set.of("review", "trade-progress"), "regions", Set.of("overview"));

    /** In {@code /agreements/by-external-id/{system}/{id}}. */
    String BY_KEY = "by-external-id";

    /**
     * Decides by the path exactly as it was sent. An address has one spelling: whatever a service might read differently
     * (dot segments, empty segments, encoded separators, parameters of segments) leads nowhere, so nothing passes the table by. A
     * partner's key alone may have encoded separators in it: it is the last segment, and a service finds the way before it decodes.
     *
     * @param path as sent, undecoded
     * @param normalised what the router makes of the path
     * @param indicator the values of the query parameter of that name
     */
    static Route of(String path, String normalised, Supplier<List<String>> indicator) {
        if (!path.startsWith(API + "/")) {
            boolean disguised = (normalised + "/").startsWith(API + "/");
            return disguised ? nowhere() : new Here();
        }
        List<String> segments = segments(path.substring(API.length() + 1));
        if (segments.size() > 3 && segments.get(1).equals(BY_KEY)) {
            return byKey(segments.subList(0, 3), segments.subList(3, segments.size()), indicator);
        }
        if (!segments.stream().allMatch(Segment::isPlain)) {
            return nowhere();
        }
        String first = segments.get(0);
        boolean composed =
                segments.size() == 3 && COMPOSED.getOrDefault(first, Set.of()).contains(segments.get(2));
        boolean own = OWN.contains(first) && (segments.size() == 1 || first.equals(WEBHOOKS));
        if (own || composed) {
            return new Here();
        }
        return ofCollection(first, indicator);
    }

    private static Route byKey(List<String> before, List<String> key, Supplier<List<String>> indicator) {
        if (!before.stream().allMatch(Segment::isPlain)) {
            return nowhere();
        }
        Route route = ofCollection(before.get(0), indicator);
        return route instanceof To
                ? Segment.faultOfKey(String.join("/", key))
                        .<Route>map(fault -> new Refused(ProblemException.invalid(fault)))
                        .orElse(route)
                : route;
    }

    /** All services keep observations, each those of its own indicators. */
    private static Route ofCollection(String name, Supplier<List<String>> indicator) {
        return name.equals("observations")
                ? byIndicator(indicator.get())
                : Upstream.ofCollection(name).<Route>map(To::new).orElseGet(Route::nowhere);
    }

    /** One slash at the end means nothing. */
    private static List<String> segments(String path) {
        String shortened = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Arrays.asList(shortened.split("/", -1));
    }

    private static Route byIndicator(List<String> codes) {
        List<String> distinct = codes.stream().distinct().toList();
        if (distinct.size() == 1) {
            var service = Upstream.ofIndicator(distinct.get(0));
            if (service.isPresent()) {
                return new To(service.get());
            }
        }
        String known = Upstream.knownIndicators().collect(Collectors.joining(", "));
        return new Refused(ProblemException.invalid(Fault.at("?indicator", "unknown-indicator", known)));
    }

    private static Route nowhere() {
        return new Refused(ProblemException.notFound());
    }
}
