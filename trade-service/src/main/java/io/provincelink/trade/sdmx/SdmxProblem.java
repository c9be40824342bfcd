package io.provincelink.trade.sdmx;

import io.provincelink.kit.problem.ProblemType;

/** Problems that only questions in SDMX have. */
public enum SdmxProblem implements ProblemType {
    /** The standard has it, this service does not. */
    NOT_IMPLEMENTED(501),
    NO_RESULTS(404),
    NO_SUCH_RESOURCE(404);

    private final int status;

    SdmxProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.trade.sdmx.problems";
    }
}
