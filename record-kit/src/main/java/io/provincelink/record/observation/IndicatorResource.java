package io.provincelink.record.observation;

import io.provincelink.kit.words.Indicator;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this service counts and takes published figures for. */
@Path("indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators and observations")
public class IndicatorResource {

    private final IndicatorBook book;

    public IndicatorResource(IndicatorBook book) {
        this.book = book;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listIndicators", summary = "All indicators with their unit and how they are counted")
    public Indicator.Indicators list() {
        return new Indicator.Indicators(book.indicators());
    }
}
