package io.provincelink.trade.statistic;

import io.provincelink.record.change.Logged;
import java.util.List;
import java.util.UUID;

/**
 * A figure that one side reports. Not a record with parties and visibility: there are millions, all of them public, each the
 * business of its reporter alone.
 */
public interface Reported extends Logged {

    UUID id();

    /** Grows with each change of its values. */
    long version();

    /** The values of the key's columns in their order: numbers as Integer, texts as String. */
    List<Object> columns();

    /** Code of the unit whose side reports. */
    String reporter();

    /** The months that it covers. */
    MonthRange months();

    /** The reporter, and the partner where one is named. */
    List<String> parties();
}
