package io.provincelink.kit.problem;

import java.util.Locale;

/**
 * One kind of problem. Each service has one enum of those that only it knows; {@link CommonProblem} holds the rest. The texts are in
 * the bundle {@link #bundle()} under {@code <code>.title} and {@code <code>.detail}.
 */
public interface ProblemType {
    String URN = "urn:provincelink:problem:";

    /** Of the enum: {@code STALE_VERSION}. */
    String name();

    /** Stable and hyphenated, for example {@code stale-version}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int status();

    /** Base name of the resource bundle with the texts in vi, zh and en. */
    String bundle();

    default String uri() {
        return URN + code();
    }
}
