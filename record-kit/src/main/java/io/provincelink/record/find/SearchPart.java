package io.provincelink.record.find;

import java.util.List;

/**
 * What one service finds.
 *
 * @param hits the best first, one more than asked for if there are more
 * @param cut types with more hits than are compared with each other
 */
public record SearchPart(List<Hit> hits, List<String> cut) {}
