package io.provincelink.kit.words;

/** How exact a published number is: a source's "over" is a lower bound and stays one. */
public enum Qualifier {
    EXACT,
    ABOUT,
    OVER,
    UNDER,
    /** Between {@code value} and {@code upper}. */
    RANGE
}
