package io.provincelink.trade.load.file;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param line of the file from 1, the header included; of a sheet the row's number
 * @param column name of the column in the header; null where the row as a whole is wrong
 * @param code the violation's code, as in a problem
 * @param value what stood there, at most 200 characters of it
 * @param arguments of the code's text in the bundle of problem texts
 */
public record RowError(
        long line,
        @Nullable String column,
        String code,
        @Nullable String value,
        Object... arguments) {}
