package io.provincelink.gateway.upstream;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The routing table: which service answers for which collection and for which indicator. Their order is that of a review. */
public enum Upstream {
    EXCHANGES(
            "exchanges-service",
            List.of(
                    "mechanisms",
                    "meetings",
                    "outcomes",
                    "delegations",
                    "persons",
                    "practices",
                    "calendar.ics",
                    "calendar-feeds",
                    "exchange-summary"),
            List.of("high-level-meetings", "delegations", "delegates", "mechanism-sessions")),
    TRADE(
            "trade-service",
            List.of(
                    "gates",
                    "trade-figures",
                    "traffic-figures",
                    "traffic-summary",
                    "vehicle-permit-use",
                    "trade-loads",
                    "trade-series",
                    "trade-summary",
                    "trade-reconciliation",
                    "trade-progress",
                    "sdmx"),
            List.of("trade-turnover", "exports", "imports", "vehicle-permits", "labour-placements")),
    AGREEMENTS(
            "agreements-service",
            List.of(
                    "regions",
                    "agreements",
                    "programmes",
                    "twinnings",
                    "donations",
                    "legal-acts",
                    "organisations",
                    "assistance-projects",
                    "assistance-summary",
                    "offline-bundle",
                    "poverty-lists"),
            List.of(
                    "twinned-districts",
                    "twinned-communes",
                    "grants",
                    "grant-commitment",
                    "grant-disbursement",
                    "aid-organisations",
                    "aid-projects",
                    "aid-works",
                    "production-model-sites",
                    "ocop-cooperatives",
                    "poor-districts",
                    "counties-out-of-poverty",
                    "people-out-of-poverty",
                    "poverty-rate",
                    "poverty-rate-minorities",
                    "poverty-rate-poor-districts",
                    "poor-districts-share",
                    "hard-communes-share"));

    private final String title;
    private final List<String> collections;
    private final List<String> indicators;

    Upstream(String title, List<String> collections, List<String> indicators) {
        this.title = title;
        this.collections = collections;
        this.indicators = indicators;
    }

    /** As in {@code "unavailable":["trade-service"]}. */
    public String title() {
        return title;
    }

    /** The service whose paths begin with this segment. */
    public static Optional<Upstream> ofCollection(String segment) {
        return Arrays.stream(values())
                .filter(upstream -> upstream.collections.contains(segment))
                .findFirst();
    }

    /** The service that takes and counts figures of this indicator. */
    public static Optional<Upstream> ofIndicator(String code) {
        return Arrays.stream(values())
                .filter(upstream -> upstream.indicators.contains(code))
                .findFirst();
    }

    /** All codes that {@link #ofIndicator} knows. */
    public static Stream<String> knownIndicators() {
        return Arrays.stream(values()).flatMap(upstream -> upstream.indicators.stream());
    }
}
