package io.provincelink.record.change;

/**
 * A place in the change log.
 *
 * @param cursor for {@code after} of the feed, to go on behind it
 */
public record ChangeHead(String cursor) {}
