package io.provincelink.gateway.observation;

import io.provincelink.kit.problem.Problem;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Takes note of why a resource of the gateway's own refuses; what a service says is read where its answer passes. */
public final class OwnProblems {

    @ServerResponseFilter
    public void note(ContainerResponseContext response) {
        Object code = response.getHeaders().getFirst(Problem.CODE_HEADER);
        if (code != null) {
            response.getHeaders().remove(Problem.CODE_HEADER);
            Visit.isRefusedFor(code.toString());
        }
    }
}
