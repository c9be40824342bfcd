package io.provincelink.gateway.door;

import io.provincelink.kit.problem.ProblemType;
import java.util.Locale;

/** Problems that only the gateway answers with. */
public enum DoorProblem implements ProblemType {
    HEADERS_TOO_LARGE(431);

    private final int status;

    DoorProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.gateway.door.problems";
    }
}
