package io.provincelink.agreements.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemTexts;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps every address but that of uploads at the limit of all services. The framework knows one limit alone, which is the largest:
 * {@code quarkus.http.limits.max-body-size}.
 */
@Singleton
public class BodyLimits {

    private static final long USUAL = 1 << 20;
    private static final Pattern UPLOAD = Pattern.compile("/api/v1/agreements/[^/]+/documents/?");

    /** Right after the framework has set its own limit. */
    private static final int AFTER_THE_GENERAL_LIMIT = 1;

    private final ObjectMapper json;

    public BodyLimits(ObjectMapper json) {
        this.json = json;
    }

    void mount(@Observes Filters filters) {
        filters.register(this::limit, AFTER_THE_GENERAL_LIMIT);
    }

    private void limit(RoutingContext context) {
        if (isUpload(context)) {
            context.next();
        } else if (lengthOf(context) > USUAL) {
            // as the framework does it: who sends a longer body has to open another connection
            context.response()
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .setStatusCode(413)
                    .end(problem(context))
                    .onComplete(sent -> context.request().connection().close());
        } else {
            // for a body of unknown length, which is counted while it comes
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, USUAL);
            context.next();
        }
    }

    private Buffer problem(RoutingContext context) {
        Locale language = ProblemTexts.language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            return Buffer.buffer(json.writeValueAsBytes(
                    Problem.of(CommonProblem.TOO_LARGE, language, context.normalizedPath(), USUAL >> 20)));
        } catch (JsonProcessingException neverOfAProblem) {
            throw new IllegalStateException(neverOfAProblem);
        }
    }

    private static boolean isUpload(RoutingContext context) {
        String path = context.normalizedPath();
        return context.request().method() == HttpMethod.POST
                && path != null
                && UPLOAD.matcher(path).matches();
    }

    /** The framework has refused what is no number. */
    private static long lengthOf(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
