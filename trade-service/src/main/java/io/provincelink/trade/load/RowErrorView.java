package io.provincelink.trade.load;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row of a load.
 *
 * @param line of the file from 1, the header included; of a sheet the row's number
 * @param column its name in the header; absent where the row as a whole is wrong
 * @param code stable, for programs
 * @param message what would be right, in the reader's language
 * @param value what stood there, at most 200 characters of it
 */
public record RowErrorView(
        long line,
        @Nullable String column,
        String code,
        String message,
        @Nullable String value) {}
