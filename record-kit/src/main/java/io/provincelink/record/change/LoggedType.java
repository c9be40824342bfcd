package io.provincelink.record.change;

/** A type that is logged without being an entity; whoever keeps such records produces a bean of this. */
public record LoggedType(Class<? extends Logged> type) {}
