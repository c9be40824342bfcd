package io.provincelink.kit.words;

/** On which of the three ways two provinces talk: between parties, between authorities, between peoples. */
public enum Channel {
    PARTY,
    STATE,
    PEOPLE
}
