package io.provincelink.record.audit;

import java.util.List;
import java.util.UUID;

/**
 * A version of a record that is about to be shown to somebody.
 *
 * @param type as in the change log, such as {@code PROGRAMME}
 * @param readers keys of the units that may see that version, and so may see who read it
 */
public record Seen(String type, UUID id, long version, List<String> readers) {}
