package io.provincelink.kit.http;

import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What a list of records is given in beside JSON, at the same address with the same filters, for who asks for it in {@code Accept}. */
public final class ListForms {

    /** One view a line. */
    public static final String LINES = "application/x-ndjson";

    /** One row a record; see {@link Columns}. */
    public static final String TABLE = "text/csv";

    /** RFC 4180 names both parameters. */
    public static final String TABLE_AS_SENT = TABLE + ";charset=utf-8;header=present";

    private ListForms() {}

    static boolean isTable(@Nullable MediaType type) {
        return is(type, TABLE);
    }

    /** Whether it is sent while it is read, and so has no ETag. */
    static boolean isStream(@Nullable MediaType type) {
        return isTable(type) || is(type, LINES);
    }

    private static boolean is(@Nullable MediaType type, String name) {
        return type != null && name.equals(type.getType() + "/" + type.getSubtype());
    }
}
