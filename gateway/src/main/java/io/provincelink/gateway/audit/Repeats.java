package io.provincelink.gateway.audit;

import io.provincelink.gateway.observation.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refusals that come again and again: the first of a kind is an entry of its own, those after it are counted and become one more.
 * So neither a flood nor a loop fills the table, and both are seen in it. Addresses are known here for that while, and not kept.
 */
final class Repeats {

    private final int most;
    private final Map<Kind, Counted> present = new HashMap<>();

    /** @param most how many kinds are told apart */
    Repeats(int most) {
        this.most = most;
    }

    /** What makes two refusals the same. */
    private record Kind(
            String who,
            String method,
            String route,
            int status,
            @Nullable String problem) {}

    private static final class Counted {

        private final AuditEntry first;
        private int more;
        private Instant last;

        private Counted(AuditEntry first) {
            this.first = first;
            this.last = first.at();
        }
    }

    /** The entry to keep; null where it is counted with one that was kept before. */
    synchronized @Nullable AuditEntry first(AuditEntry entry, Seen seen) {
        Kind own = new Kind(who(seen), entry.method(), entry.route(), entry.status(), entry.problem());
        Counted known = present.get(own);
        if (known == null && present.size() < most) {
            present.put(own, new Counted(entry));
            return entry;
        }
        if (known == null) {
            AuditEntry crowd = entry.ofTheCrowd();
            Kind all = new Kind("", entry.method(), crowd.route(), entry.status(), entry.problem());
            known = present.get(all);
            if (known == null) {
                present.put(all, new Counted(crowd));
                return crowd;
            }
        }
        known.more++;
        known.last = entry.at();
        return null;
    }

    private static String who(Seen seen) {
        return seen.visitor() == null ? "address " + seen.address() : "client " + seen.visitor();
    }

    /** One entry for each kind that came again; all begin anew. */
    synchronized List<AuditEntry> end() {
        List<AuditEntry> repeated = new ArrayList<>();
        for (Counted counted : present.values()) {
            if (counted.more > 0) {
                repeated.add(counted.first.again(counted.more, counted.last));
            }
        }
        present.clear();
        return repeated;
    }
}
