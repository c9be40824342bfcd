package io.provincelink.agreements.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Strong entity tags that follow from the bytes alone: a document's bytes never change. */
final class Tags {

    private Tags() {}

    static String of(String sha256) {
        return "\"" + sha256 + "\"";
    }

    /** Whether an If-None-Match header names the tag (weak comparison). */
    static boolean isIn(@Nullable String header, String tag) {
        return header != null
                && (header.strip().equals("*")
                        || Arrays.stream(header.split(","))
                                .map(String::strip)
                                .anyMatch(one -> one.equals(tag) || one.equals("W/" + tag)));
    }

    /** Whether an If-Range header lets a part be given: it must be absent or name the tag itself; a date names nothing here. */
    static boolean allowRange(@Nullable String ifRange, String tag) {
        return ifRange == null || ifRange.strip().equals(tag);
    }
}
