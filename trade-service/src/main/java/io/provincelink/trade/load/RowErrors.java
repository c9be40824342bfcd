package io.provincelink.trade.load;

import java.util.ArrayList;
import java.util.List;

/** The first {@link #KEPT} errors of a file, and how many there were in all. */
final class RowErrors {

    static final int KEPT = 10_000;

    private final List<RowError> first = new ArrayList<>();
    private long count;

    void add(RowError error) {
        count++;
        if (first.size() < KEPT) {
            first.add(error);
        }
    }

    /** Counts more errors that are not kept. */
    void addUnkept(long more) {
        count += more;
    }

    /** Whether further ones are only counted, so that nobody need find out what would be right. */
    boolean isFull() {
        return first.size() == KEPT;
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<RowError> first() {
        return List.copyOf(first);
    }

    /** All of them, kept or not. */
    long count() {
        return count;
    }
}
