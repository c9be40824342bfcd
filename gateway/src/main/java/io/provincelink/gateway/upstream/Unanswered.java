package io.provincelink.gateway.upstream;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import java.util.concurrent.TimeoutException;

/** What a client is told when a service gave no answer. */
public final class Unanswered {

    /** How soon it is worth while to try again. */
    private static final String SECONDS = "1";

    private Unanswered() {}

    public static ProblemException problem(Throwable thrown) {
        if (thrown instanceof Admission.Overloaded) {
            return ProblemException.of(CommonProblem.OVERLOADED).with("Retry-After", SECONDS);
        }
        if (thrown instanceof Admission.Resting || thrown instanceof Services.Unreachable) {
            return ProblemException.of(CommonProblem.UNAVAILABLE).with("Retry-After", SECONDS);
        }
        return ProblemException.of(
                thrown instanceof TimeoutException ? CommonProblem.TIMEOUT : CommonProblem.BAD_GATEWAY);
    }
}
