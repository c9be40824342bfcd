package io.provincelink.gateway.feed;

import static io.provincelink.gateway.upstream.Upstream.AGREEMENTS;
import static io.provincelink.gateway.upstream.Upstream.EXCHANGES;
import static io.provincelink.gateway.upstream.Upstream.TRADE;

import io.provincelink.gateway.upstream.Upstream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of records whose changes are told, with the services that keep them. Their names are those of the feed. */
public enum RecordType {
    /** Lies below its practice. */
    ADOPTION(null, EXCHANGES),
    AGREEMENT("agreements", AGREEMENTS),
    ASSISTANCE_PROJECT("assistance-projects", AGREEMENTS),
    DELEGATION("delegations", EXCHANGES),
    DONATION("donations", AGREEMENTS),
    GATE("gates", TRADE),
    LEGAL_ACT("legal-acts", AGREEMENTS),
    MECHANISM("mechanisms", EXCHANGES),
    MEETING("meetings", EXCHANGES),
    /** Each service keeps those of its own indicators; the address names the indicator too. */
    OBSERVATION(null, AGREEMENTS, EXCHANGES, TRADE),
    ORGANISATION("organisations", AGREEMENTS),
    POVERTY_LIST("poverty-lists", AGREEMENTS),
    PRACTICE("practices", EXCHANGES),
    PROGRAMME("programmes", AGREEMENTS),
    TRADE_FIGURE("trade-figures", TRADE),
    TRADE_LOAD("trade-loads", TRADE),
    TRAFFIC_FIGURE("traffic-figures", TRADE),
    TWINNING("twinnings", AGREEMENTS);

    private final @Nullable String collection;
    private final Set<Upstream> keepers;

    RecordType(@Nullable String collection, Upstream first, Upstream... others) {
        this.collection = collection;
        this.keepers = EnumSet.of(first, others);
    }

    /** Whether the service keeps records of this type. */
    public boolean isKeptBy(Upstream service) {
        return keepers.contains(service);
    }

    /** The type of this name. */
    public static Optional<RecordType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** The types that any of the services keeps. */
    public static List<RecordType> of(Set<Upstream> services) {
        return Arrays.stream(values())
                .filter(type -> services.stream().anyMatch(type::isKeptBy))
                .toList();
    }

    /** The address of a record; null where it takes more than the id to find one, and for types that came later. */
    static @Nullable String address(String type, Object id) {
        String collection = named(type).map(known -> known.collection).orElse(null);
        return collection == null ? null : "/api/v1/" + collection + "/" + id;
    }
}
