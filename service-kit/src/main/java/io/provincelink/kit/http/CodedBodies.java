package io.provincelink.kit.http;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Bodies are read as they come; of a compressed one something else would be said than what is true: no JSON, no such file. */
public final class CodedBodies {

    private static final String NONE = "identity";

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase(NONE)) {
            // RFC 9110, 12.5.3: what the sender may use instead
            throw ProblemException.of(CommonProblem.CONTENT_CODING, coding).with(HttpHeaders.ACCEPT_ENCODING, NONE);
        }
    }
}
