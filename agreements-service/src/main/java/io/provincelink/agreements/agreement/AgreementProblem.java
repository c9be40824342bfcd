package io.provincelink.agreements.agreement;

import io.provincelink.kit.problem.ProblemType;

/** Why something is not done with an agreement. */
public enum AgreementProblem implements ProblemType {
    /** Its words were signed here. */
    SIGNED(409),
    /** Its days, and the words that it says were signed, are the writer's to state. */
    STATED_BY_WRITER(403),
    /** The caller's unit was no more on the day of the action. */
    UNIT_CLOSED(403),
    /** Something else was recorded since. */
    NOT_LATEST_ACTION(409);

    private final int status;

    AgreementProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.agreements.agreement.problems";
    }
}
