package io.provincelink.record;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes records findable that were written before there was a search, or that a migration wants found anew and emptied
 * {@code search_text} of. Done before the service is ready, so that no search misses what is there; an index finds the rows, mostly none.
 */
@Singleton
public class OldRecords {

    private static final Logger LOG = Logger.getLogger(OldRecords.class);
    private static final int AT_ONCE = 500;

    private final List<Records<?>> collections;
    private final Regions regions;
    private final Today today;

    OldRecords(@All List<Records<?>> collections, Regions regions, Today today) {
        this.collections = collections;
        this.regions = regions;
        this.today = today;
    }

    void index(@Observes StartupEvent start) {
        index();
    }

    /** In pieces, so that it can be broken off at any time, and two instances may do it at once. */
    public void index() {
        collections.forEach(this::index);
    }

    private void index(Records<?> records) {
        Caller nobody = Caller.anonymous(regions, today.get());
        int done;
        long all = 0;
        do {
            done = QuarkusTransaction.requiringNew().call(() -> records.indexOld(nobody, AT_ONCE));
            all += done;
        } while (done > 0);
        if (all > 0) {
            LOG.infof(
                    "%d records of %s can be searched now",
                    all, records.getClass().getSimpleName());
        }
    }
}
