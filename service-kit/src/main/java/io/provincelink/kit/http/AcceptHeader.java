package io.provincelink.kit.http;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Chooses the form of an answer. The framework refuses what nothing serves before it knows what would be, reads a range of types as a
 * type, and takes its own failure to read the header for ours; so until a method is found it gets to see a header that takes anything in
 * the end, and after that one with the chosen type alone.
 */
public final class AcceptHeader {

    /** Two tokens of RFC 9110 §5.6.2; the framework fails on what is none. */
    private static final Pattern TYPE = Pattern.compile("[\\w!#$%&'*+.^`|~-]+/[\\w!#$%&'*+.^`|~-]+");

    private static final String AFTER_ALL = ", */*;q=0.001";

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accept == null) {
            return;
        }
        for (String range : accept.split(",", -1)) {
            String type = range.split(";", 2)[0].strip();
            if (!type.equals("*") && !TYPE.matcher(type).matches()) {
                throw ProblemException.of(CommonProblem.NOT_ACCEPTABLE);
            }
        }
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, accept + AFTER_ALL);
    }

    @ServerRequestFilter
    public void choose(ContainerRequestContext request, ResourceInfo resource) {
        List<String> given = given(resource);
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accept == null || !accept.endsWith(AFTER_ALL) || given.isEmpty()) {
            return;
        }
        String asked = accept.substring(0, accept.length() - AFTER_ALL.length());
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, best(asked, given));
    }

    /** @param given in the order in which they are preferred here */
    private static String best(String asked, List<String> given) {
        String best = given.get(0);
        if (asked.equals(MediaType.WILDCARD) || asked.equals(best)) {
            return best; // as nearly everybody asks
        }
        for (String type : given) {
            if (quality(asked, type) > quality(asked, best)) {
                best = type;
            }
        }
        if (quality(asked, best) <= 0) {
            throw ProblemException.notAcceptable(given);
        }
        return best;
    }

    private static List<String> given(ResourceInfo resource) {
        Produces ofMethod = resource.getResourceMethod().getAnnotation(Produces.class);
        Produces produces = ofMethod == null ? resource.getResourceClass().getAnnotation(Produces.class) : ofMethod;
        return produces == null ? List.of() : List.of(produces.value());
    }

    /** What the most particular range that the type is in says of it (RFC 9110 §12.5.1); 0 when it is in none. */
    private static float quality(String asked, String given) {
        MediaType type = MediaType.valueOf(given);
        float quality = 0;
        int mostParticular = -1;
        for (String part : asked.split(",")) {
            String[] range = part.split(";");
            String name = range[0].strip();
            MediaType types = name.equals("*") ? MediaType.WILDCARD_TYPE : MediaType.valueOf(name);
            int particular = types.isWildcardType() ? 0 : types.isWildcardSubtype() ? 1 : 2;
            if (types.isCompatible(type) && particular > mostParticular) {
                mostParticular = particular;
                quality = weight(range);
            }
        }
        return quality;
    }

    private static float weight(String[] range) {
        for (int i = 1; i < range.length; i++) {
            String parameter = range[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Float.parseFloat(parameter.substring(2));
                } catch (NumberFormatException unreadable) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
