package io.provincelink.trade.load.file;

import java.util.ArrayList;
import java.util.List;

/** The first {@link #KEPT} errors of a file, and how many there were in all. */
public final class RowErrors {

    public static final int KEPT = 10_000;

    private final List<RowError> first = new ArrayList<>();
    private long count;

    public void add(RowError error) {
        count++;
        if (first.size() < KEPT) {
            first.add(error);
        }
    }

    /** Counts more errors that are not kept. */
    public void addUnkept(long more) {
        count += more;
    }

    /** Whether further ones are only counted, so that nobody need find out what would be right. */
    boolean isFull() {
        return first.size() == KEPT;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public List<RowError> first() {
        return List.copyOf(first);
    }

    /** All of them, kept or not. */
    public long count() {
        return count;
    }
}
