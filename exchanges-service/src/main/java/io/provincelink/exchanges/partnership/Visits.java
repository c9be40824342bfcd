package io.provincelink.exchanges.partnership;

import io.provincelink.exchanges.delegation.DelegationBriefs;
import io.provincelink.exchanges.delegation.DelegationCount;
import io.provincelink.exchanges.delegation.DelegationStatus;
import io.provincelink.exchanges.partnership.ExchangesPartnershipPart.Travelled;
import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.brief.Warning;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts who of several regions sent whom to which other; a delegation has two sides, whoever else is asked about. */
@Singleton
class Visits {

    private final DelegationBriefs delegations;

    Visits(DelegationBriefs delegations) {
        this.delegations = delegations;
    }

    List<Warning> warnings(Caller reader, Filter these) {
        return delegations.warnings(reader, these);
    }

    /**
     * A region that is asked about.
     *
     * @param codes its own, and those of the units whose area it took over where these count under it
     */
    record Side(String party, Set<String> codes) {

        /** Whether the unit is the party, or lies inside it. */
        boolean has(Caller reader, String code, LocalDate day) {
            return reader.regions()
                    .on(code, day)
                    .map(unit -> !Collections.disjoint(reader.regions().within(unit), codes))
                    .orElse(false);
        }
    }

    /** Between each two of them, in the order of the parties and of the course of a delegation. */
    List<Travelled> between(Caller reader, List<Side> sides) {
        List<Travelled> all = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            for (int j = i + 1; j < sides.size(); j++) {
                all.addAll(between(reader, sides.get(i), sides.get(j)));
            }
        }
        return all;
    }

    private List<Travelled> between(Caller reader, Side one, Side other) {
        Filter both = Filter.all()
                .and("array_intersects(r.within, :one)", "one", one.codes().toArray(String[]::new))
                .and(
                        "array_intersects(r.within, :other)",
                        "other",
                        other.codes().toArray(String[]::new));
        Map<Key, Travelled> sums = new TreeMap<>(Key.inOrder(one.party()));
        for (DelegationCount count : delegations.records().counts(reader, both)) {
            Key key = key(reader, count, one, other);
            if (key != null) {
                sums.merge(key, key.with(count), Key::plus);
            }
        }
        return List.copyOf(sums.values());
    }

    /** Null where both codes mean units of the same side, or of none. */
    private static @Nullable Key key(Caller reader, DelegationCount count, Side one, Side other) {
        if (one.has(reader, count.sending(), count.anchor()) && other.has(reader, count.receiving(), count.anchor())) {
            return new Key(one.party(), other.party(), count.status());
        }
        return other.has(reader, count.sending(), count.anchor()) && one.has(reader, count.receiving(), count.anchor())
                ? new Key(other.party(), one.party(), count.status())
                : null;
    }

    private record Key(String sending, String receiving, DelegationStatus status) {

        static Comparator<Key> inOrder(String first) {
            return Comparator.comparing((Key key) -> !key.sending.equals(first)).thenComparing(Key::status);
        }

        Travelled with(DelegationCount count) {
            return new Travelled(sending, receiving, count.status(), count.delegations(), count.people());
        }

        static Travelled plus(Travelled one, Travelled more) {
            return new Travelled(
                    one.sending(),
                    one.receiving(),
                    one.status(),
                    one.delegations() + more.delegations(),
                    one.people() + more.people());
        }
    }
}
