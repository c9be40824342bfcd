package io.provincelink.trade.summary;

import io.provincelink.kit.problem.ProblemType;

/** Problems of sums alone. */
public enum SummaryProblem implements ProblemType {
    /** Figures that count different things, which nobody may add. */
    NOT_COMPARABLE(409);

    private final int status;

    SummaryProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.trade.summary.problems";
    }
}
