package io.provincelink.record;

import java.time.LocalDate;
import java.util.function.BiFunction;

/**
 * One collection as the API shows it.
 *
 * @param view what a reader gets of a record on a day
 * @param followsCalendar whether the view changes with the day alone, so that the day belongs to the ETag
 * @param followsReader whether who reads decides what is shown, so that the reader's scope belongs to it
 */
public record Shelf<E extends RecordRoot, V>(
        Records<E> records,
        Class<V> viewType,
        BiFunction<E, LocalDate, V> view,
        boolean followsCalendar,
        boolean followsReader) {

    /** Of what all readers get alike. */
    public Shelf(Records<E> records, Class<V> viewType, BiFunction<E, LocalDate, V> view, boolean followsCalendar) {
        this(records, viewType, view, followsCalendar, false);
    }
}
