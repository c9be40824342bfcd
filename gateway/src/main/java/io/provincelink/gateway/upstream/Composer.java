package io.provincelink.gateway.upstream;

import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all composed answers have in common: one deadline, honest gaps, a tag. */
@Singleton
public class Composer {

    private final Parts parts;
    private final AnswerTags tags;
    private final Duration deadline;

    public Composer(Parts parts, AnswerTags tags, GatewaySettings settings) {
        this.parts = parts;
        this.tags = tags;
        this.deadline = settings.composition().deadline();
    }

    /** The same question to some of the services at once, each of which may be missing from the answer. */
    public <T> Uni<Map<Upstream, Optional<T>>> ask(
            Set<Upstream> services, String uri, Class<T> type, OnBehalfOf caller) {
        List<Upstream> order =
                Arrays.stream(Upstream.values()).filter(services::contains).toList();
        return Uni.join()
                .all(order.stream()
                        .map(service -> part(service, uri, type, caller))
                        .toList())
                .andFailFast()
                .map(found -> {
                    Map<Upstream, Optional<T>> byService = new EnumMap<>(Upstream.class);
                    for (int i = 0; i < order.size(); i++) {
                        byService.put(order.get(i), found.get(i));
                    }
                    return byService;
                });
    }

    /** One service's part within the deadline of all; empty when it gave none. */
    public <T> Uni<Optional<T>> part(Upstream service, String uri, Class<T> type, OnBehalfOf caller) {
        return parts.part(service, uri, type, new Parts.Asked(caller, deadline));
    }

    public <T> Composed<T> composed(T answer) {
        return new Composed<>(answer, tags.of(answer));
    }

    /**
     * The names of the services whose part is missing, in the order of a review.
     *
     * @throws ProblemException 503 when all are: that is no answer
     */
    public static List<String> unavailable(Map<Upstream, ? extends Optional<?>> found) {
        List<String> missing = new ArrayList<>();
        for (Upstream service : Upstream.values()) {
            Optional<?> part = found.get(service);
            if (part != null && part.isEmpty()) {
                missing.add(service.title());
            }
        }
        if (missing.size() == found.size()) {
            throw ProblemException.of(CommonProblem.UNAVAILABLE);
        }
        return missing;
    }

    /** One parameter of a question, with what joins it to the one before; nothing where it has no value. */
    public static String parameter(String name, @Nullable Object value) {
        return value == null
                ? ""
                : "&" + name + "="
                        + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)
                                .replace("+", "%20");
    }
}
