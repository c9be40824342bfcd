package io.provincelink.record.brief;

import java.util.List;

/**
 * Some records of one type, those that were recorded last first.
 *
 * @param more whether there are more than these
 */
public record Selection(List<Brief> items, boolean more) {}
