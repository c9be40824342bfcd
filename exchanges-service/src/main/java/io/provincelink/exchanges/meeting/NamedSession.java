package io.provincelink.exchanges.meeting;

import java.util.UUID;

/**
 * A session that an outcome leads to or comes from. Kept in the meeting's own row: what a record names is asked of it whenever it is read.
 *
 * @param pointer where it is named, such as {@code /outcomes/0/carriedTo}
 */
public record NamedSession(String pointer, UUID meeting) {}
