package io.provincelink.record;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through any number of records. Each page is read on its own, so that a slow taker holds no transaction and no memory. */
final class Walk {

    private static final int AT_ONCE = 100;

    private Walk() {}

    /** What was made of one record; only that is kept until it is taken. */
    record Step<V>(UUID id, V view) {}

    /** Reads the next so many after this id. */
    interface Pages<V> {
        List<Step<V>> after(@Nullable UUID id, int most);
    }

    static <V> void through(Pages<V> pages, Consumer<V> taken) {
        List<Step<V>> page;
        UUID last = null;
        do {
            UUID after = last;
            page = QuarkusTransaction.requiringNew().call(() -> pages.after(after, AT_ONCE));
            for (Step<V> step : page) {
                taken.accept(step.view());
                last = step.id();
            }
        } while (page.size() == AT_ONCE);
    }
}
