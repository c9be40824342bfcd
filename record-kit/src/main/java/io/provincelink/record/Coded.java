package io.provincelink.record;

/** A record with a unique, readable code that its address takes beside the id. */
public interface Coded {
    String code();
}
