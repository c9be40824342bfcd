package io.provincelink.gateway.store;

import io.provincelink.kit.problem.ProblemType;

/** Why nothing can be kept or found now. */
public enum StoreProblem implements ProblemType {
    STORE_AWAY(503);

    private final int status;

    StoreProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.gateway.store.problems";
    }
}
