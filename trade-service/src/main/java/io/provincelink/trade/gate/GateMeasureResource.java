package io.provincelink.trade.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Shelf;
import io.provincelink.record.idempotency.Answer;
import io.provincelink.record.idempotency.Idempotency;
import io.provincelink.trade.gate.measure.GateMeasure;
import io.provincelink.trade.gate.measure.GateMeasureDraft;
import io.provincelink.trade.gate.measure.GateMeasureView;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A gate's measures over HTTP. Their ETag is the gate's: a change of one is a change of the gate. Everybody reads them; each side writes
 * its own.
 */
@Path("gates/{id}/measures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gates")
public class GateMeasureResource {

    private final Gates gates;
    private final RecordDesk desk;
    private final Conditional conditional;
    private final Idempotency idempotency;

    public GateMeasureResource(Gates gates, RecordDesk desk, Conditional conditional, Idempotency idempotency) {
        this.gates = gates;
        this.desk = desk;
        this.conditional = conditional;
        this.idempotency = idempotency;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listGateMeasures", summary = "A gate's measures, those that began last first")
    public Page<GateMeasureView> list(@PathParam("id") String id, @Valid @BeanParam GateMeasureQuery query) {
        query.check(desk.parameters());
        Gate gate = gates.get(desk.caller(), id);
        if (query.side != null) {
            Anchor.requireNone(
                    gate.parties().contains(query.side)
                            ? List.of()
                            : List.of(Fault.at("?side", "not-a-party", String.join(", ", gate.parties()))));
        }
        return page(gate, gate.measures(query.kind, query.side, query.on), query);
    }

    /** All of a gate's measures are at hand, so the pages after this one are cut out of the same list. */
    private static Page<GateMeasureView> page(Gate gate, List<GateMeasure> measures, PageRequest page) {
        String after = page.after();
        List<GateMeasure> rest = after == null
                ? measures
                : measures.stream()
                        .dropWhile(measure -> !measure.measureId().toString().equals(after))
                        .skip(1)
                        .toList();
        return page.page(
                rest.stream().limit(page.fetch()).toList(),
                measure -> measure.measureId().toString(),
                measure -> GateMeasureView.of(measure, gate.code()),
                following -> page(gate, measures, following));
    }

    @GET
    @Path("{measure}")
    @PermitAll
    @Operation(operationId = "getGateMeasure", summary = "One measure")
    public RestResponse<GateMeasureView> get(@PathParam("id") String id, @PathParam("measure") UUID measure) {
        requireMeasure(gates.get(desk.caller(), id), measure);
        return desk.read(shelf(measure), id);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "createGateMeasure",
            summary = "Record what one's own side does at a gate: open, restrict, close, hours, a quota")
    public RestResponse<GateMeasureView> create(@PathParam("id") String id, @NotNull @Valid GateMeasureDraft draft) {
        return idempotency.once(desk.caller(), draft, GateMeasureView.class, () -> {
            Gate gate = gates.toWrite(desk.caller(), id);
            desk.registrar().requireParty(gate);
            conditional.compareIfGiven(gate.version());
            List<Fault> faults = new ArrayList<>(draft.faults(desk.registrar().anchor(draft.anchorDays())));
            faults.addAll(draft.faultsAt(gate.parties()));
            Anchor.requireNone(faults);
            requireSpeaksFor(gate, draft.side());
            GateMeasure measure = GateMeasure.of(draft.withId(RecordStore.idOr(draft.id())));
            if (gate.measure(measure.measureId()).isPresent()) {
                throw ProblemException.alreadyExists(address(gate, measure));
            }
            gate.add(measure);
            gates.changed(desk.caller(), gate);
            return Answer.created(
                    address(gate, measure), conditional.tag(gate.version()), GateMeasureView.of(measure, gate.code()));
        });
    }

    @PATCH
    @Path("{measure}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "patchGateMeasure",
            summary = "Change a measure of one's own side, such as when it ends",
            description = "If-Match names the version of the gate.")
    @RequestBody(content = @Content(schema = @Schema(ref = "GateMeasurePatch")))
    public RestResponse<GateMeasureView> patch(
            @PathParam("id") String id, @PathParam("measure") UUID measure, @NotNull JsonNode patch) {
        return desk.change(shelf(measure), id, gate -> {
            GateMeasureDraft before = GateMeasureDraft.of(requireMeasure(gate, measure));
            GateMeasureDraft draft = desk.patched(before, patch, whole -> whole.faultsAt(gate.parties()));
            List<Fault> faults =
                    new ArrayList<>(desk.faults(before, draft, desk.registrar().anchor(draft.anchorDays())));
            faults.addAll(draft.faultsAt(gate.parties()));
            Anchor.requireNone(faults);
            requireSpeaksFor(gate, before.side());
            requireSpeaksFor(gate, draft.side());
            gate.revise(GateMeasure.of(draft));
        });
    }

    private Shelf<Gate, GateMeasureView> shelf(UUID measure) {
        return new Shelf<>(
                gates,
                GateMeasureView.class,
                (gate, today) -> GateMeasureView.of(requireMeasure(gate, measure), gate.code()),
                false);
    }

    private static GateMeasure requireMeasure(Gate gate, UUID id) {
        return gate.measure(id).orElseThrow(ProblemException::notFound);
    }

    /** What a side does at the gate is for that side to say; a measure of both is for either, as the gate itself is. */
    private void requireSpeaksFor(Gate gate, @Nullable String side) {
        if (side != null && !gate.isActedForBy(desk.caller(), side)) {
            throw ProblemException.of(CommonProblem.NOT_YOUR_PARTY, side);
        }
    }

    private String address(Gate gate, GateMeasure measure) {
        return gates.address(gate) + "/measures/" + measure.measureId();
    }
}
