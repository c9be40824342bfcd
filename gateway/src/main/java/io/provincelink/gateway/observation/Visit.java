package io.provincelink.gateway.observation;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** A request on its way, and why it will be refused: whoever finds that out says so here. */
public final class Visit {

    private static final String KEY = "provincelink.visit";

    private final long begun = System.nanoTime();
    private volatile @Nullable String problem;
    private boolean over;

    Visit() {}

    /** What is done for the present request from now on is done for this visit. */
    void attach() {
        Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            context.putLocal(KEY, this);
        }
    }

    /**
     * Keeps why the present request is refused, or why it failed.
     *
     * @param code of a type of problem, such as {@code not-your-party}
     */
    public static void isRefusedFor(String code) {
        Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            Visit present = context.getLocal(KEY);
            if (present != null) {
                present.problem = code;
            }
        }
    }

    @Nullable
    String problem() {
        return problem;
    }

    long nanos() {
        return System.nanoTime() - begun;
    }

    /** @return whether it was not over before */
    boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }
}
