package io.provincelink.gateway.feed;

import io.provincelink.kit.problem.ProblemType;

/** Why somebody cannot wait for changes now. */
public enum FeedProblem implements ProblemType {
    TOO_MANY_WAITING(503),
    WAITING_ALREADY(429);

    private final int status;

    FeedProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.gateway.feed.problems";
    }
}
