package io.provincelink.kit.http;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** An Accept header that names no media type is answered as such; the framework would take its own failure to read it for ours. */
public final class AcceptHeader {

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accept == null) {
            return;
        }
        for (String range : accept.split(",", -1)) {
            String type = range.split(";", 2)[0].strip();
            boolean readable = type.equals("*") || type.matches("[^\\s/]+/[^\\s/]+");
            if (!readable) {
                throw ProblemException.of(CommonProblem.NOT_ACCEPTABLE);
            }
        }
    }
}
