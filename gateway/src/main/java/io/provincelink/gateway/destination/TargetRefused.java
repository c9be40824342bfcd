package io.provincelink.gateway.destination;

import io.provincelink.kit.problem.Fault;

/** Nothing is sent there. */
public final class TargetRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    TargetRefused(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** Why, stable: the code of a fault's text. */
    public String code() {
        return code;
    }

    public Fault at(String pointer) {
        return Fault.at(pointer, code);
    }
}
