package io.provincelink.agreements.region;

import io.provincelink.agreements.twinning.RegionTwins;
import io.provincelink.agreements.twinning.TwinMap;
import io.provincelink.agreements.twinning.TwinningLevel;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Administrative units over HTTP. The list is immutable, so its version is always the same. */
@Path("regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Regions")
public class RegionResource {

    private static final long ONLY_VERSION = 0;

    private final Regions regions;
    private final Today today;
    private final Conditional conditional;
    private final RegionTwins twins;
    private final CurrentCaller caller;

    public RegionResource(
            Regions regions, Today today, Conditional conditional, RegionTwins twins, CurrentCaller caller) {
        this.twins = twins;
        this.caller = caller;
        this.regions = regions;
        this.today = today;
        this.conditional = conditional;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listRegions", summary = "Administrative units by code")
    public Page<RegionView> list(@Valid @BeanParam RegionListQuery query) {
        return page(query, query);
    }

    private Page<RegionView> page(RegionListQuery query, PageRequest page) {
        return page.page(
                regions.search(query.toQuery(new ParameterReader(caller.get()), page)),
                Region::key,
                unit -> RegionView.of(unit, regions),
                following -> page(query, following));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(
            operationId = "getRegion",
            summary = "The unit that has this code on a day",
            description = "A code alone does not identify a unit: VN.08 is another unit since 1 July 2025.")
    public RestResponse<RegionView> get(
            @PathParam("code") String code,
            @QueryParam("on")
                    @Parameter(description = "Without it, the latest unit with the code.", example = "2024-12-31")
                    @Nullable
                    LocalDate on) {
        Region unit = unit(code, on);
        RegionView view = RegionView.of(unit, regions);
        // the list has one version, but another release may bring another list
        return conditional.read(() -> ONLY_VERSION, () -> new Conditional.Versioned<>(ONLY_VERSION, view), view);
    }

    @GET
    @Path("{code}/twinnings")
    @PermitAll
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TwinMap.class)))
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    @Operation(
            operationId = "getRegionTwinnings",
            summary = "With whom a region and the units inside it are twinned",
            description =
                    "Also what its predecessors brought: VN.08 shows the twins of VN.02 and of its former districts,"
                            + " and says through whom. A closed unit shows what it had. Numbers add up with their"
                            + " qualifiers.")
    public RestResponse<TwinMap> twinnings(
            @PathParam("code") String code,
            @QueryParam("on")
                    @Parameter(
                            description =
                                    "The unit that has the code on this day, and the twinnings that stood then, as far"
                                            + " as their days are known. Without it, the latest unit with the code, and"
                                            + " today.",
                            example = "2024-12-31")
                    @Nullable
                    LocalDate on,
            @QueryParam("level") @Nullable TwinningLevel level) {
        TwinMap map = twins.map(caller.get(), unit(code, on), on, level);
        // no version of one record decides what is in it
        return conditional.read(() -> ONLY_VERSION, () -> new Conditional.Versioned<>(ONLY_VERSION, map), map);
    }

    private Region unit(String code, @Nullable LocalDate on) {
        if (regions.history(code).isEmpty()) {
            throw ProblemException.notFound(
                    Fault.at("{code}", "unknown-region", String.join(", ", regions.nearest(code, 3))));
        }
        Optional<Region> unit = on == null ? regions.latest(code, today.get()) : regions.on(code, on);
        return unit.orElseThrow(ProblemException::notFound);
    }
}
