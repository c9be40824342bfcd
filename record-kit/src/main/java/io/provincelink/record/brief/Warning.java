package io.provincelink.record.brief;

import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at; it keeps nobody from anything.
 *
 * @param about the record that it concerns
 * @param on the day that it is about: of an end, or on which something was due; null where it is of no day
 */
public record Warning(
        String code, Text message, Brief about, @Nullable LocalDate on) {}
