package io.provincelink.kit.problem;

/** Problems that every application may answer with. */
public enum CommonProblem implements ProblemType {
    MALFORMED(400),
    VALIDATION(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_YOUR_PARTY(403),
    NEEDS_APPROVER(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    ALREADY_EXISTS(409),
    NOT_POSSIBLE(409),
    NOT_TAKEN_BACK(409),
    NAMES_HIDDEN(409),
    STALE_VERSION(412),
    ALREADY_THERE(412),
    NOTHING_THERE(412),
    TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    CONTENT_CODING(415),
    KEY_REUSED(422),
    IF_MATCH_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    OTHER_REQUEST_PROBLEM(400),
    INTERNAL(500),
    BAD_GATEWAY(502),
    UNAVAILABLE(503),
    BUSY(503),
    OVERLOADED(503),
    TOKEN_NOT_CHECKED(503),
    TIMEOUT(504),
    GONE(410);

    private final int status;

    CommonProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.kit.problem.problems";
    }
}
