package io.provincelink.trade.figure;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Filter;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.statistic.AsOfQuery;
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

/** Trade figures over HTTP. Neither side's figures are ever overwritten by the other's, and none are added up here. */
@Path("trade-figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trade figures")
public class TradeFigureResource {

    private final TradeFigures figures;
    private final Gates gates;
    private final TraderNumbers traders;
    private final StatisticDesk desk;

    public TradeFigureResource(TradeFigures figures, Gates gates, TraderNumbers traders, StatisticDesk desk) {
        this.figures = figures;
        this.gates = gates;
        this.traders = traders;
        this.desk = desk;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listTradeFigures", summary = "Trade figures in the order of their months")
    public Page<TradeFigureView> list(@Valid @BeanParam TradeFigureQuery query) {
        Filter filter = query.filter(desk.parameters(), new TradeFigureQuery.Numbers() {
            @Override
            public Short gate(String code) {
                return gates.number(desk.caller(), "?gate", code);
            }

            @Override
            public Integer[] traders(List<String> regions) {
                return traders.find(desk.caller(), regions);
            }
        });
        return desk.list(figures, filter, query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getTradeFigure", summary = "One trade figure, as it is or as it was known")
    public RestResponse<TradeFigureView> get(@PathParam("id") String id, @Valid @BeanParam AsOfQuery query) {
        Instant asOf = query.asOf(desk.parameters());
        return desk.read(() -> figures.version(desk.caller(), id, asOf), () -> {
            TradeFigure figure = figures.get(desk.caller(), id, asOf);
            return new Versioned<>(figure.version(), figures.view(desk.caller(), figure));
        });
    }

    @POST
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @Transactional
    @ResponseStatus(201)
    @Operation(operationId = "createTradeFigure", summary = "Report a trade figure of one's own side")
    public RestResponse<TradeFigureView> create(@NotNull @Valid TradeFigureDraft draft) {
        return desk.create(figures, draft, TradeFigureView.class, () -> {
            List<Fault> faults = new ArrayList<>(draft.faults(Anchor.of(desk.caller(), draft.anchorDays())));
            faults.addAll(gates.faults(desk.caller(), "/gate", draft.gate()));
            Anchor.requireNone(faults);
            desk.caller().requireActsFor(draft.reporter(), draft.range().firstDay());
            TradeFigure figure = figure(draft);
            if (draft.id() != null && !draft.id().equals(figure.id())) {
                throw ProblemException.invalid(Fault.at("/id", "id-of-key", figure.id()));
            }
            return figure;
        });
    }

    private TradeFigure figure(TradeFigureDraft draft) {
        FigureKey key = new FigureKey(
                draft.range(),
                traders.findOrAdd(desk.caller(), draft.reporter()),
                traders.findOrAdd(desk.caller(), draft.partner()),
                draft.flow(),
                gates.number(desk.caller(), "/gate", draft.gate()),
                draft.regime(),
                HsNumber.of(draft.hs()),
                draft.currency());
        return TradeFigure.reported(key, draft);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @Transactional
    @Operation(
            operationId = "patchTradeFigure",
            summary = "Revise value, netKg, status, attribution or valuation; what is replaced is kept")
    @RequestBody(content = @Content(schema = @Schema(ref = "TradeFigurePatch")))
    public RestResponse<TradeFigureView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        TradeFigure figure = desk.toRevise(figures, id);
        TradeFigureDraft before = TradeFigureDraft.of(figures.view(desk.caller(), figure));
        TradeFigureDraft draft = desk.patched(before, patch);
        Anchor.requireNone(draft.faultsAsRevisionOf(before));
        TradeFigure.Values revised = draft.values();
        return desk.changed(
                figures, revised.equals(figure.values()) ? figure : figures.revise(desk.caller(), figure, revised));
    }
}
