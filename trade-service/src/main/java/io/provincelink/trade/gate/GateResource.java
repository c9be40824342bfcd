package io.provincelink.trade.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.Registrar;
import io.provincelink.record.Shelf;
import io.provincelink.record.change.HistoryItem;
import io.provincelink.trade.gate.measure.Openness;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Border gates over HTTP. {@code {id}} is the id or the code. */
@Path("gates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gates")
public class GateResource {

    private final Gates gates;
    private final RecordDesk desk;
    private final Shelf<Gate, GateView> shelf;

    public GateResource(Gates gates, RecordDesk desk) {
        this.gates = gates;
        this.desk = desk;
        this.shelf = new Shelf<>(gates, GateView.class, GateView::of, false);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listGates", summary = "Border gates, newest record first")
    public Page<GateView> list(@Valid @BeanParam GateQuery query) {
        return desk.list(shelf, query.filter(desk.parameters(), day -> gates.openOn(desk.caller(), day)), query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getGate", summary = "One border gate with its two sides")
    public RestResponse<GateView> get(@PathParam("id") String id) {
        return desk.read(shelf, id);
    }

    @GET
    @Path("{id}/openness")
    @PermitAll
    @Operation(
            operationId = "getGateOpenness",
            summary = "Whether a gate is open on a day, side by side, and why",
            description =
                    "A side is in the state that its latest measure says; without one it is open once the gate is. On"
                            + " a day of the week for which its hours have no times it is closed. The gate is open when both"
                            + " sides are.")
    public Openness openness(
            @PathParam("id") String id,
            @QueryParam("on") @Parameter(description = "Today unless given.", example = "2020-02-05") @Nullable
                    LocalDate on) {
        Gate gate = gates.get(desk.caller(), id);
        return gates.openness(
                desk.caller(), gate, gate.measures(), on == null ? desk.caller().today() : on);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @ResponseStatus(201)
    @Operation(operationId = "createGate", summary = "Record a border gate; everybody sees it at once")
    public RestResponse<GateView> create(@NotNull @Valid GateDraft draft) {
        return desk.create(shelf, draft, () -> {
            Anchor anchor = desk.registrar().anchor(draft.anchorDays());
            var entry = new Registrar.Entry(draft.id(), draft.regions(), null, draft.externalIds());
            return new Gate(desk.registrar().register(entry, anchor, draft.faults(anchor)), draft);
        });
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(operationId = "patchGate", summary = "Change what is said of a gate; the code stays")
    @RequestBody(content = @Content(schema = @Schema(ref = "GatePatch")))
    public RestResponse<GateView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        return desk.change(shelf, id, gate -> {
            GateDraft draft = desk.patched(GateDraft.of(gate), patch);
            Anchor anchor = desk.registrar().anchor(gate, draft);
            desk.registrar().requireStill(draft.regions(), anchor, desk.faults(GateDraft.of(gate), draft, anchor));
            gate.revise(draft, anchor);
        });
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(operationId = "listGateHistory", summary = "Every version of a gate: who, when and what, newest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return desk.history(shelf, id, page);
    }
}
