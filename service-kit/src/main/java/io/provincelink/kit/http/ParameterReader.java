package io.provincelink.kit.http;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads an address' parameters that are more than one word, and goes on behind one that cannot be read, so that one answer names all of
 * them. What was read counts once {@link #requireNoFaults} has passed.
 */
public final class ParameterReader {

    private final Caller caller;
    private final List<Fault> faults = new ArrayList<>();

    public ParameterReader(Caller caller) {
        this.caller = caller;
    }

    public Regions known() {
        return caller.regions();
    }

    public LocalDate today() {
        return caller.today();
    }

    /** What the reading gives; null where it ends with faults, which are kept. */
    public <T> @Nullable T read(Supplier<@Nullable T> reading) {
        try {
            return reading.get();
        } catch (ProblemException unreadable) {
            if (unreadable.faults().isEmpty()) {
                throw unreadable;
            }
            faults.addAll(unreadable.faults());
            return null;
        }
    }

    /** As {@link Parameters#regions}; empty where it cannot be read. */
    public List<String> regions(String name, @Nullable String text) {
        List<String> codes = read(() -> Parameters.regions(known(), name, text));
        return codes == null ? List.of() : codes;
    }

    /** As {@link Parameters#region}. */
    public @Nullable String region(String name, @Nullable String text) {
        return read(() -> Parameters.region(known(), name, text));
    }

    /** As {@link Parameters#period}. */
    public @Nullable Period period(String name, @Nullable String text) {
        return read(() -> Parameters.period(name, text));
    }

    /** As {@link Parameters#rollsUp}. */
    public boolean rollsUp(@Nullable String rollup) {
        return Boolean.TRUE.equals(read(() -> Parameters.rollsUp(rollup)));
    }

    /** Keeps a fault that only the one who asks can find. */
    public void note(Fault fault) {
        faults.add(fault);
    }

    /** @throws ProblemException 400 with all faults, if there are any */
    public void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
