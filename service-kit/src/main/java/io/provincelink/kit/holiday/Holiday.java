package io.provincelink.kit.holiday;

import io.provincelink.kit.words.Text;
import java.time.LocalDate;

/**
 * Days on which offices of a country are closed.
 *
 * @param country of two letters, as regions have it
 * @param from first day
 * @param to last day
 * @param estimated whether the days off only lie among these: the law gives their number, and each year's decision says which
 */
public record Holiday(String country, LocalDate from, LocalDate to, Text name, boolean estimated) {

    boolean touches(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
