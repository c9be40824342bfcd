package io.provincelink.trade.load;

import io.provincelink.kit.problem.ProblemType;

/** Why a file of figures is not taken, or a load not stopped. */
public enum LoadProblem implements ProblemType {
    LOAD_BROKEN_OFF(400),
    LOAD_EMPTY(400),
    LOAD_CANCELLED(409),
    LOAD_FINISHED(409),
    LOAD_TOO_LARGE(413),
    LOADS_BUSY(503);

    private final int status;

    LoadProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.trade.load.problems";
    }
}
