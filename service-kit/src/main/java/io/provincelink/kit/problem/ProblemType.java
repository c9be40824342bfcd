package io.provincelink.kit.problem;

/**
 * One kind of problem. Each service has one enum of those that only it knows; {@link CommonProblem} holds the rest. The texts are in
 * the bundle {@link #bundle()} under {@code <code>.title} and {@code <code>.detail}.
 */
public interface ProblemType {
    String URN = "urn:provincelink:problem:";

    /** Stable and hyphenated, for example {@code stale-version}. */
    String code();

    int status();

    /** Base name of the resource bundle with the texts in vi, zh and en. */
    String bundle();

    default String uri() {
        return URN + code();
    }
}
