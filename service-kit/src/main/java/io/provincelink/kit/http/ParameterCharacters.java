package io.provincelink.kit.http;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses characters in paths and parameters that no record can contain, before they reach the database. */
public final class ParameterCharacters {

    @ServerRequestFilter
    public void check(UriInfo uri) {
        if (!Characters.areStorable(uri.getPath())) {
            throw ProblemException.notFound();
        }
        uri.getQueryParameters().forEach((name, values) -> {
            if (!values.stream().allMatch(Characters::areStorable)) {
                throw ProblemException.invalid(Fault.at("?" + name, "bad-character"));
            }
        });
    }
}
