package io.provincelink.gateway.activity;

import io.provincelink.gateway.upstream.Upstream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Types of records that are something being done, and which service keeps them. */
enum ActivityType {
    PROGRAMME(Upstream.AGREEMENTS),
    ASSISTANCE_PROJECT(Upstream.AGREEMENTS),
    MECHANISM(Upstream.EXCHANGES),
    MEETING(Upstream.EXCHANGES),
    DELEGATION(Upstream.EXCHANGES),
    PRACTICE(Upstream.EXCHANGES),
    ADOPTION(Upstream.EXCHANGES);

    private final Upstream keeper;

    ActivityType(Upstream keeper) {
        this.keeper = keeper;
    }

    Upstream keeper() {
        return keeper;
    }

    static String known() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
