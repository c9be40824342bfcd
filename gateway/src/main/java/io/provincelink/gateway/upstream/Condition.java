package io.provincelink.gateway.upstream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a service is, seen from the gateway.
 *
 * @param resting whether it failed so often that it is left alone for a while
 */
public record Condition(boolean resting, List<OfInstance> instances) {

    /**
     * @param address where it is, for the eyes of operators
     * @param since empty until anybody found out
     */
    public record OfInstance(String address, boolean ready, Optional<Instant> since) {}

    public long ready() {
        return instances.stream().filter(OfInstance::ready).count();
    }

    /** Whether it can be asked. */
    public boolean isWell() {
        return !resting && ready() > 0;
    }
}
