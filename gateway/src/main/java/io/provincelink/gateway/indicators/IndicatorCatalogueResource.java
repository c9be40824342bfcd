package io.provincelink.gateway.indicators;

import io.provincelink.gateway.upstream.AnswerTags;
import io.provincelink.gateway.upstream.Composed;
import io.provincelink.gateway.upstream.GatewaySettings;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Parts;
import io.provincelink.gateway.upstream.Reader;
import io.provincelink.kit.words.Indicator;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the suite counts and takes published figures for. */
@Path("indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators and observations")
public class IndicatorCatalogueResource {

    private final Parts parts;
    private final AnswerTags tags;
    private final Duration deadline;

    IndicatorCatalogueResource(Parts parts, AnswerTags tags, GatewaySettings settings) {
        this.parts = parts;
        this.tags = tags;
        this.deadline = settings.composition().deadline();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listIndicators",
            summary = "All indicators with their unit and how they are counted",
            description = "Out of all services; one that does not answer in time is named in unavailable.")
    @APIResponse(responseCode = "200", description = "The indicators; see unavailable for what is missing.")
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    public Uni<RestResponse<IndicatorCatalogue>> list(@BeanParam Reader reader) {
        // everybody gets the same
        return parts.ask("/api/v1/indicators", Listed.class, new OnBehalfOf(null, null), deadline)
                .map(found -> new IndicatorCatalogue(
                        found.values().stream()
                                .flatMap(part -> part.items().stream())
                                .toList(),
                        Parts.missing(found)))
                .map(catalogue -> reader.answered(new Composed<>(catalogue, tags.of(catalogue))));
    }

    /** The indicators of one service. */
    record Listed(List<Indicator> items) {

        /** @throws IllegalArgumentException when it is no such list */
        Listed {
            if (items == null || items.stream().anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("not a list of indicators");
            }
        }
    }
}
