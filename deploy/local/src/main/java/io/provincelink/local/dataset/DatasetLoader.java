package io.provincelink.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.identity.SamplePeople;
import io.provincelink.local.identity.Tokens;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a dataset's documents through the gateway, in order. Sending them again changes nothing: the documents carry their own
 * ids, and what is there already is answered with 409.
 */
public final class DatasetLoader {
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 20;
    private static final int LONGEST_PAUSE_SECONDS = 5;

    /**
     * @param loaded documents that were stored now
     * @param present documents that were there already
     */
    public record Summary(int loaded, int present) {}

    /** Asked before every step; throws what ends the load, for instance because the person pressed Ctrl-C. */
    public interface Interruption {
        void check();
    }

    private enum Outcome {
        LOADED,
        PRESENT
    }

    private final Dataset dataset;
    private final PublicApi api;
    private final Tokens tokens;

    public DatasetLoader(Dataset dataset, URI gateway, Tokens tokens) {
        this.dataset = dataset;
        this.api = new PublicApi(gateway);
        this.tokens = tokens;
    }

    /**
     * @throws LaunchFailure naming the first step that was refused, and why
     */
    public Summary load(Interruption interruption) {
        List<Step> steps = dataset.steps();
        int loaded = 0;
        int present = 0;
        for (int i = 0; i < steps.size(); i++) {
            interruption.check();
            Outcome outcome = load(steps.get(i), i + 1);
            // a step without a document of its own, such as a publication, adds nothing that could be counted
            if (steps.get(i).file() != null) {
                loaded += outcome == Outcome.LOADED ? 1 : 0;
                present += outcome == Outcome.PRESENT ? 1 : 0;
            }
        }
        return new Summary(loaded, present);
    }

    private Outcome load(Step step, int number) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Authorization",
                "Bearer "
                        + tokens.sign(
                                SamplePeople.loader(
                                        step.as().region(), step.as().roles()),
                                TOKEN_LIFETIME));
        if (step.needsCurrentState()) {
            PublicApi.Answer state = call(step, number, "GET", step.statePath(), headers, null);
            if (!state.isSuccess()) {
                throw refused(step, number, state);
            }
            if (step.unless() != null && isPresent(state.body().at(step.unless()))) {
                return Outcome.PRESENT;
            }
            if (step.ifMatch() != null) {
                headers.put("If-Match", state.etag() == null ? "*" : state.etag());
            }
        }
        PublicApi.Answer answer = call(step, number, step.method(), step.path(), headers, dataset.content(step));
        if (answer.isSuccess()) {
            return Outcome.LOADED;
        }
        if (answer.status() == 409 && step.method().equals("POST")) {
            return Outcome.PRESENT;
        }
        throw refused(step, number, answer);
    }

    private static boolean isPresent(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    /** A limit or a service that is not quite there yet is waited for; every step may be sent again. */
    private PublicApi.Answer call(
            Step step, int number, String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        try {
            PublicApi.Answer answer = api.call(method, path, headers, body);
            for (int i = 1; i < MOST_TRIES && (answer.status() == 429 || answer.status() == 503); i++) {
                Thread.sleep(1000L * Math.min(LONGEST_PAUSE_SECONDS, Math.max(1, answer.retryAfterSeconds())));
                answer = api.call(method, path, headers, body);
            }
            return answer;
        } catch (IOException e) {
            throw new LaunchFailure(
                    "The dataset could not be loaded: step " + number + ", " + step.name() + ", got no answer ("
                            + e.getMessage() + ").",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("The dataset could not be loaded: the launcher was interrupted.", e);
        }
    }

    private static LaunchFailure refused(Step step, int number, PublicApi.Answer answer) {
        JsonNode problem = answer.body();
        List<String> reasons = new ArrayList<>();
        reasons.add(problem.path("detail").asText(problem.path("title").asText("no reason was given")));
        problem.path("violations")
                .forEach(violation -> reasons.add(violation.path("pointer").asText() + " "
                        + violation.path("message").asText()));
        return new LaunchFailure("The dataset could not be loaded: step " + number + ", " + step.name()
                + ", was answered " + answer.status() + ": " + String.join("; ", reasons));
    }
}
