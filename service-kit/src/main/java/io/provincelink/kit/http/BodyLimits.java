package io.provincelink.kit.http;

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
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps every address but that of uploads at the limit of all services, where {@code provincelink.http.large-bodies} says which that is.
 * The framework knows one limit alone, which is the largest: {@code quarkus.http.limits.max-body-size}.
 */
@Singleton
public class BodyLimits {

    private static final long USUAL = 1 << 20;

    /** Twice the largest upload of any service. */
    private static final long MOST_DISCARDED = 2L << 30;

    /** Right after the framework has set its own limit. */
    private static final int AFTER_THE_GENERAL_LIMIT = 1;

    private final ObjectMapper json;
    private final Optional<Pattern> uploads;

    /** @param uploads the paths to which larger bodies are posted */
    public BodyLimits(
            ObjectMapper json, @ConfigProperty(name = "provincelink.http.large-bodies") Optional<String> uploads) {
        this.json = json;
        this.uploads = uploads.map(Pattern::compile);
    }

    void mount(@Observes Filters filters) {
        uploads.ifPresent(paths -> filters.register(context -> limit(context, paths), AFTER_THE_GENERAL_LIMIT));
    }

    private void limit(RoutingContext context, Pattern paths) {
        if (isUpload(context, paths)) {
            context.addEndHandler(answered -> discardRest(context.request()));
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

    /**
     * An upload that was answered before all of it had come: the rest is read for nobody, so that the client comes to the answer. The
     * framework would keep it in memory. Who does not end is cut off.
     */
    private static void discardRest(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.handler(discarded -> {
                        if (request.bytesRead() > MOST_DISCARDED) {
                            request.connection().close();
                        }
                    })
                    .resume();
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

    private static boolean isUpload(RoutingContext context, Pattern paths) {
        String path = context.normalizedPath();
        return context.request().method() == HttpMethod.POST
                && path != null
                && paths.matcher(path).matches();
    }

    /** The framework has refused what is no number. */
    private static long lengthOf(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
