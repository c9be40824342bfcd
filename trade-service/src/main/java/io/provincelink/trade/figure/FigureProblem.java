package io.provincelink.trade.figure;

import io.provincelink.kit.problem.ProblemType;

/** Why a single figure cannot be written now. */
public enum FigureProblem implements ProblemType {
    FIGURES_BUSY(503);

    private final int status;

    FigureProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.trade.figure.problems";
    }
}
