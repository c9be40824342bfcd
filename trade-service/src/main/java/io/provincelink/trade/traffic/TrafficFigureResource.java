package io.provincelink.trade.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.problem.Fault;
import io.provincelink.record.Filter;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.statistic.AsOfQuery;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.StatisticDesk;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Traffic figures over HTTP. */
@Path("traffic-figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traffic figures")
public class TrafficFigureResource {

    private final TrafficFigures figures;
    private final Gates gates;
    private final StatisticDesk desk;

    public TrafficFigureResource(TrafficFigures figures, Gates gates, StatisticDesk desk) {
        this.figures = figures;
        this.gates = gates;
        this.desk = desk;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listTrafficFigures", summary = "Traffic figures in the order of their months")
    public Page<TrafficFigureView> list(@Valid @BeanParam TrafficFigureQuery query) {
        Filter filter = query.filter(desk.parameters(), code -> gates.number(desk.caller(), "?gate", code));
        return desk.list(figures, filter, query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getTrafficFigure", summary = "One traffic figure, as it is or as it was known")
    public RestResponse<TrafficFigureView> get(@PathParam("id") String id, @Valid @BeanParam AsOfQuery query) {
        Instant asOf = query.asOf(desk.parameters());
        if (asOf == null) {
            return desk.read(figures, id);
        }
        return desk.read(() -> figures.get(desk.caller(), id, asOf).version(), () -> {
            TrafficFigure figure = figures.get(desk.caller(), id, asOf);
            return new Versioned<>(figure.version(), figures.view(desk.caller(), figure));
        });
    }

    @POST
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @Transactional
    @ResponseStatus(201)
    @Operation(operationId = "createTrafficFigure", summary = "Report a traffic figure of one's own side")
    public RestResponse<TrafficFigureView> create(@NotNull @Valid TrafficFigureDraft draft) {
        return desk.create(figures, draft, TrafficFigureView.class, () -> {
            List<Fault> faults = new ArrayList<>(draft.faults(Anchor.of(desk.caller(), draft.anchorDays())));
            faults.addAll(gates.faults(desk.caller(), "/gate", draft.gate()));
            Anchor.requireNone(faults);
            MonthRange month = draft.range();
            short gate = gates.number(desk.caller(), "/gate", draft.gate());
            var registration = desk.registration(draft.id(), month, draft.reporter(), draft.partner(), gate);
            return new TrafficFigure(registration, draft);
        });
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @Transactional
    @Operation(operationId = "patchTrafficFigure", summary = "Revise count or status; what is replaced is kept")
    @RequestBody(content = @Content(schema = @Schema(ref = "TrafficFigurePatch")))
    public RestResponse<TrafficFigureView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        TrafficFigure figure = desk.toRevise(figures, id);
        TrafficFigureDraft before = TrafficFigureDraft.of(figures.view(desk.caller(), figure));
        TrafficFigureDraft draft = desk.patched(before, patch);
        Anchor.requireNone(draft.faultsAsRevisionOf(before));
        TrafficFigure revised = draft.equals(before)
                ? figure
                : figures.revise(desk.caller(), figure, changed -> changed.revise(draft.count(), draft.status()));
        return desk.changed(figures, revised);
    }
}
