package io.provincelink.gateway.search;

import io.provincelink.gateway.upstream.Upstream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Types of records that can be found by words, and which service keeps them. */
enum RecordType {
    AGREEMENT(Upstream.AGREEMENTS),
    PROGRAMME(Upstream.AGREEMENTS),
    LEGAL_ACT(Upstream.AGREEMENTS),
    TWINNING(Upstream.AGREEMENTS),
    ORGANISATION(Upstream.AGREEMENTS),
    ASSISTANCE_PROJECT(Upstream.AGREEMENTS),
    DONATION(Upstream.AGREEMENTS),
    POVERTY_LIST(Upstream.AGREEMENTS),
    MECHANISM(Upstream.EXCHANGES),
    MEETING(Upstream.EXCHANGES),
    DELEGATION(Upstream.EXCHANGES),
    PRACTICE(Upstream.EXCHANGES),
    GATE(Upstream.TRADE);

    private final Upstream keeper;

    RecordType(Upstream keeper) {
        this.keeper = keeper;
    }

    Upstream keeper() {
        return keeper;
    }

    static String known() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
