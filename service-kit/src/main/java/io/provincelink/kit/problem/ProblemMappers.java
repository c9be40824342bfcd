package io.provincelink.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception that leaves a resource into problem+json. What is not foreseen is a bug: logged, answered 500, no details shown. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** {@code quarkus.http.limits.max-body-size}; an address that takes more has a problem of its own. */
    private static final int BODY_MIB = 1;

    private static final Map<Integer, CommonProblem> BY_STATUS = Map.of(
            401, CommonProblem.UNAUTHENTICATED,
            403, CommonProblem.FORBIDDEN,
            406, CommonProblem.NOT_ACCEPTABLE,
            413, CommonProblem.TOO_LARGE,
            414, CommonProblem.URI_TOO_LONG,
            415, CommonProblem.UNSUPPORTED_MEDIA_TYPE,
            503, CommonProblem.UNAVAILABLE,
            504, CommonProblem.TIMEOUT);

    private final AllowedMethods methods;
    private final TakenTypes taken;

    public ProblemMappers(AllowedMethods methods, TakenTypes taken) {
        this.methods = methods;
        this.taken = taken;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> problem(ProblemException thrown, HttpHeaders headers, UriInfo uri) {
        return answer(thrown.problem(language(headers), path(uri)), thrown.headers());
    }

    // named for MismatchedInputException too: the framework has a mapper of its own for that one
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public RestResponse<Problem> json(JsonProcessingException thrown, HttpHeaders headers, UriInfo uri) {
        return problem(JsonFaults.problem(thrown), headers, uri);
    }

    /** Bytes that are no text in the encoding that their beginning promises. */
    @ServerExceptionMapper
    public RestResponse<Problem> unreadable(CharConversionException thrown, HttpHeaders headers, UriInfo uri) {
        return problem(ProblemException.of(CommonProblem.MALFORMED, "1:1"), headers, uri);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> invalid(ValidationException thrown, HttpHeaders headers, UriInfo uri) {
        if (thrown instanceof ConstraintViolationException violations && ConstraintFaults.areTheCallers(violations)) {
            return problem(ProblemException.invalid(ConstraintFaults.of(violations)), headers, uri);
        }
        return unforeseen(thrown, headers, uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public RestResponse<Problem> unauthenticated(SecurityException thrown, HttpHeaders headers, UriInfo uri) {
        if (thrown.getCause() instanceof ProblemException cannotBeChecked) {
            return problem(cannotBeChecked, headers, uri);
        }
        return answer(
                Problem.of(CommonProblem.UNAUTHENTICATED, language(headers), path(uri)),
                Map.of("WWW-Authenticate", "Bearer"));
    }

    @ServerExceptionMapper
    public RestResponse<Problem> forbidden(
            ForbiddenException thrown, ResourceInfo asked, HttpHeaders headers, UriInfo uri) {
        return problem(ProblemException.of(CommonProblem.FORBIDDEN).naming(neededFor(asked)), headers, uri);
    }

    /** The roles that the operation names; none where it is no resource of ours that refuses. */
    private static List<Fault> neededFor(@Nullable ResourceInfo asked) {
        Method operation = asked == null ? null : asked.getResourceMethod();
        RolesAllowed needed = operation == null ? null : operation.getAnnotation(RolesAllowed.class);
        return needed == null ? List.of() : List.of(ProblemException.roleFault(needed.value()));
    }

    @ServerExceptionMapper
    public RestResponse<Problem> http(
            WebApplicationException thrown, HttpHeaders headers, UriInfo uri, Request request) {
        if (thrown.getCause() instanceof ProblemException problem) {
            return problem(problem, headers, uri);
        }
        if (thrown.getCause() instanceof JsonProcessingException json) {
            return json(json, headers, uri);
        }
        int status = thrown.getResponse().getStatus();
        if (status == CommonProblem.UNSUPPORTED_MEDIA_TYPE.status()) {
            List<String> types =
                    taken.of(request.getMethod(), uri.getRequestUri().getRawPath());
            return problem(ProblemException.unsupportedMediaType(types), headers, uri);
        }
        if (status >= 500 && !BY_STATUS.containsKey(status)) {
            return unforeseen(thrown, headers, uri);
        }
        if (status == 404 || status == 405) {
            return nowhere(status, headers, uri, request);
        }
        CommonProblem type = BY_STATUS.getOrDefault(status, CommonProblem.OTHER_REQUEST_PROBLEM);
        if (type == CommonProblem.TOO_LARGE) {
            return answer(Problem.of(type, language(headers), path(uri), BODY_MIB), Map.of());
        }
        return answer(Problem.of(type, language(headers), path(uri)), Map.of());
    }

    /** Where the method is known at a neighbouring address, the framework says that there is no such address here. */
    private RestResponse<Problem> nowhere(int status, HttpHeaders headers, UriInfo uri, Request request) {
        Set<String> allowed = methods.of(uri.getRequestUri().getRawPath());
        if (status == 405 || !allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            return answer(
                    Problem.of(CommonProblem.METHOD_NOT_ALLOWED, language(headers), path(uri)),
                    Map.of(HttpHeaders.ALLOW, String.join(", ", allowed)));
        }
        return answer(Problem.of(CommonProblem.NOT_FOUND, language(headers), path(uri)), Map.of());
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unforeseen(Throwable thrown, HttpHeaders headers, UriInfo uri) {
        if (isReaderGone(thrown)) {
            LOG.debugf(thrown, "nobody took the answer of %s to its end", ShownPath.of(path(uri)));
        } else {
            LOG.errorf(thrown, "unforeseen failure of %s", ShownPath.of(path(uri)));
        }
        return answer(Problem.of(CommonProblem.INTERNAL, language(headers), path(uri)), Map.of());
    }

    private static boolean isReaderGone(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof HttpClosedException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static RestResponse<Problem> answer(Problem problem, Map<String, String> headers) {
        // 422 and 428 are not among RestResponse.Status
        var response = RestResponse.ResponseBuilder.<Problem>create(problem.status(), "")
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(Problem.CODE_HEADER, problem.code());
        headers.forEach(response::header);
        return response.build();
    }

    private static Locale language(HttpHeaders headers) {
        return ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String path(UriInfo uri) {
        return uri.getRequestUri().getPath();
    }
}
