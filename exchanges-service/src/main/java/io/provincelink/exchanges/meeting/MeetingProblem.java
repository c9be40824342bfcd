package io.provincelink.exchanges.meeting;

import io.provincelink.kit.problem.ProblemType;

/** Problems of meetings alone. */
public enum MeetingProblem implements ProblemType {
    /** Nothing was written yet that the parties could stand by. */
    NO_MINUTES(409);

    private final int status;

    MeetingProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.exchanges.meeting.problems";
    }
}
