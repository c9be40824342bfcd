package io.provincelink.record;

import java.time.LocalDate;
import java.util.function.BiFunction;

/**
 * One collection as the API shows it.
 *
 * @param view what a reader gets of a record on a day
 * @param followsCalendar whether the view changes with the day alone, so that the day belongs to the ETag
 */
public record Shelf<E extends RecordRoot, V>(
        Records<E> records, Class<V> viewType, BiFunction<E, LocalDate, V> view, boolean followsCalendar) {}
