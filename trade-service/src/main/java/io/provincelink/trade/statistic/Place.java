package io.provincelink.trade.statistic;

/**
 * The place of a word in its list, which is what the tables of figures keep of it: two bytes in each of many millions of rows. So
 * words are only ever appended to these lists.
 */
@SuppressWarnings("EnumOrdinal")
public final class Place {

    private Place() {}

    public static int of(Enum<?> word) {
        return word.ordinal();
    }

    /** The word at a place that a column held. */
    public static <E extends Enum<E>> E read(Class<E> words, Object column) {
        return words.getEnumConstants()[((Number) column).intValue()];
    }
}
