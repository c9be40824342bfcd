package io.provincelink.exchanges.delegation.member;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Seals what was kept in plain words, before the service is ready: in pieces, so that two instances may do it at once. */
@Singleton
public class OldMembers {

    private static final Logger LOG = Logger.getLogger(OldMembers.class);
    private static final int AT_ONCE = 500;

    private final PlainMembers plain;
    private final Regions regions;
    private final Today today;

    OldMembers(PlainMembers plain, Regions regions, Today today) {
        this.plain = plain;
        this.regions = regions;
        this.today = today;
    }

    void seal(@Observes StartupEvent start) {
        seal();
    }

    /** Seals all that are left. */
    public void seal() {
        Caller nobody = Caller.anonymous(regions, today.get());
        long all = 0;
        int done;
        do {
            done = QuarkusTransaction.requiringNew().call(() -> plain.seal(nobody, AT_ONCE));
            all += done;
        } while (done > 0);
        if (all > 0) {
            LOG.infof("%d members of delegations are sealed now", all);
        }
    }
}
