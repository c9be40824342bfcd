package io.provincelink.gateway.upstream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks all services at once for their parts of an answer, and does without those that are down, slow or broken. */
@Singleton
public class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);

    private final Inquiries inquiries;
    private final ObjectMapper json;

    public Parts(Inquiries inquiries, ObjectMapper json) {
        this.inquiries = inquiries;
        // a service may say more than the gateway reads
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * @param uri path and query, encoded, the same for all
     * @return the parts of those services that gave one in time; never fails
     */
    public <T> Uni<Map<Upstream, T>> ask(String uri, Class<T> type, Inquiries.OnBehalfOf caller, Duration within) {
        List<Uni<Optional<T>>> asked = Arrays.stream(Upstream.values())
                .map(service -> part(service, uri, type, new Asked(caller, within)))
                .toList();
        return Uni.join().all(asked).andFailFast().map(Parts::byService);
    }

    /** On whose behalf, and how long a part may take. */
    public record Asked(Inquiries.OnBehalfOf caller, Duration within) {}

    /**
     * The part of one service; those that are asked for together are asked for at the same time.
     *
     * @return empty when the service gave none in time; never fails
     */
    public <T> Uni<Optional<T>> part(Upstream service, String uri, Class<T> type, Asked asked) {
        return inquiries
                .get(service, uri, asked.caller(), asked.within())
                .map(reply -> Optional.of(part(reply, type)))
                .onFailure()
                .invoke(thrown -> asked.caller()
                        .trace()
                        .say(() -> LOG.warnf("%s gave no part of %s: %s", service.title(), pathOf(uri), thrown)))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /** What somebody searched for is nobody else's business. */
    private static String pathOf(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** @throws IllegalArgumentException when the answer is not what was asked for */
    public <T> T read(Inquiries.Reply reply, Class<T> type) {
        try {
            T value = json.readValue(reply.body().getBytes(), type);
            if (value == null) {
                throw new IllegalArgumentException("null");
            }
            return value;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    private <T> T part(Inquiries.Reply reply, Class<T> type) {
        if (reply.status() != 200) {
            throw new IllegalArgumentException("status " + reply.status());
        }
        return read(reply, type);
    }

    private static <T> Map<Upstream, T> byService(List<Optional<T>> answers) {
        Map<Upstream, T> parts = new EnumMap<>(Upstream.class);
        for (Upstream service : Upstream.values()) {
            answers.get(service.ordinal()).ifPresent(part -> parts.put(service, part));
        }
        return parts;
    }

    /** The names of those that are missing, in the order of a review. */
    public static List<String> missing(Map<Upstream, ?> parts) {
        return Arrays.stream(Upstream.values())
                .filter(service -> !parts.containsKey(service))
                .map(Upstream::title)
                .toList();
    }
}
