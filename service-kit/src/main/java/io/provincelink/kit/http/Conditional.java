package io.provincelink.kit.http;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** Conditional requests: 304 for what the reader has already, 412 and 428 for writes that would overwrite unseen. */
@RequestScoped
public class Conditional {

    static final String VARY = "Authorization, Accept, Accept-Encoding";

    private final HttpHeaders headers;
    private final Representation representation;
    private final String contractVersion;

    public Conditional(
            HttpHeaders headers,
            Representation representation,
            @ConfigProperty(name = "quarkus.smallrye-openapi.info-version") String contractVersion) {
        this.headers = headers;
        this.representation = representation;
        this.contractVersion = contractVersion;
    }

    /** A view together with the version of its record. */
    public record Versioned<V>(long version, V view) {}

    /**
     * Answers a read of one record. With If-None-Match the version is asked for first, by one small query, and the record is
     * loaded only when the reader does not have it.
     *
     * @param version finds the version within the caller's scope, or throws 404
     * @param whatElse what decides the bytes beside the version
     */
    public <V> RestResponse<V> read(LongSupplier version, Supplier<Versioned<V>> load, Object... whatElse) {
        String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null) {
            ETag present = tag(version.getAsLong(), whatElse);
            if (present.isIn(known)) {
                return headed(RestResponse.ResponseBuilder.<V>create(RestResponse.Status.NOT_MODIFIED), present);
            }
        }
        Versioned<V> loaded = load.get();
        return headed(RestResponse.ResponseBuilder.ok(loaded.view()), tag(loaded.version(), whatElse));
    }

    /** Answers a write that changed a record, with its new ETag. */
    public <V> RestResponse<V> changed(Versioned<V> record, Object... whatElse) {
        return headed(RestResponse.ResponseBuilder.ok(record.view()), tag(record.version(), whatElse));
    }

    public ETag tag(long version, Object... whatElse) {
        return ETag.of(version, contractVersion, representation.key(), whatElse);
    }

    /**
     * @throws ProblemException 428 without If-Match, 412 when it does not name this version
     */
    public void requireMatch(long version) {
        String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(CommonProblem.IF_MATCH_REQUIRED);
        }
        requireNamed(version, ifMatch);
    }

    private static void requireNamed(long version, String ifMatch) {
        boolean matches = ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(","))
                        .map(ETag::versionIn)
                        .anyMatch(named -> named.isPresent() && named.getAsLong() == version);
        if (!matches) {
            throw ProblemException.of(CommonProblem.STALE_VERSION);
        }
    }

    /**
     * For actions, where If-Match may be left out.
     *
     * @throws ProblemException 412 when it is there and does not name this version; an empty one names none
     */
    public void compareIfGiven(long version) {
        String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch != null) {
            requireNamed(version, ifMatch);
        }
    }

    /**
     * For a PUT that creates.
     *
     * @throws ProblemException 412 when the writer thinks of a version, though there is none
     */
    public void requireNothingExpected() {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
            throw ProblemException.of(CommonProblem.NOTHING_THERE);
        }
    }

    /** @throws ProblemException 412 when the writer wanted to write only if there is nothing yet, or not this version */
    public void requireNoneMatch(ETag present) {
        if (present.isIn(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            throw ProblemException.of(CommonProblem.ALREADY_THERE);
        }
    }

    private static <V> RestResponse<V> headed(RestResponse.ResponseBuilder<V> response, ETag tag) {
        return response.header(HttpHeaders.ETAG, tag.toString())
                .header(HttpHeaders.VARY, VARY)
                .build();
    }
}
