package io.provincelink.gateway.proxy;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the head of a request may be: as long as a service reads it, with what the gateway adds. */
final class HeadLimit {

    /** What an HTTP server takes by default, the services too. */
    private static final int REQUEST_LINE = 4_096;

    /** A service takes 16 KiB; the rest is for the headers about the client's address. */
    private static final int HEADERS = 15 * 1_024;

    private static final int AROUND_ADDRESS = "  HTTP/1.1".length();
    private static final int AROUND_HEADER = ": \r\n".length();

    private HeadLimit() {}

    /** What is too long about the request; null when nothing is. */
    static @Nullable ProblemType exceededBy(HttpServerRequest request) {
        int line = request.method().name().length() + request.uri().length() + AROUND_ADDRESS;
        if (line > REQUEST_LINE) {
            return CommonProblem.URI_TOO_LONG;
        }
        int headers = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            headers += header.getKey().length() + header.getValue().length() + AROUND_HEADER;
        }
        return headers > HEADERS ? CommonProblem.HEADERS_TOO_LARGE : null;
    }
}
