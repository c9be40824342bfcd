package io.provincelink.trade.load;

import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.VariesByLanguage;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.problem.ProblemTexts;
import io.provincelink.kit.time.Today;
import io.provincelink.record.Filter;
import io.provincelink.record.idempotency.Answer;
import io.provincelink.record.idempotency.Idempotency;
import io.provincelink.trade.load.sheet.LoadTemplate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Loads over HTTP. A load is the business of its reporter's side; the figures that it brings are public. */
@Path("trade-loads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trade loads")
public class TradeLoadResource {

    static final String CSV = "text/csv";
    static final String SHEET = LoadTemplate.MEDIA_TYPE;

    private static final String RECEIVING = "The file is the body, and is read while it arrives: the header"
            + " period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,status, optionally also attribution,"
            + " valuation and hsEdition, in any order; all rows of one reporter, each as a single figure would be. A row"
            + " replaces the figure with the same period, reporter, partner, flow, gate, regime, hs and currency; an empty"
            + " value withdraws it. Up to 1 GiB of text/csv, or 100,000 rows of a sheet. The answer comes once the file is"
            + " received as a whole; what becomes of it is told at Location. With an Idempotency-Key send the file again as"
            + " a whole too: the key is known to belong to it by its digest.";

    private final LoadIntake intake;
    private final TradeLoads loads;
    private final LoadErrors errors;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Conditional conditional;
    private final Today today;

    public TradeLoadResource(
            LoadIntake intake, Stores stores, Idempotency idempotency, CurrentCaller caller, Conditional conditional) {
        this.intake = intake;
        this.loads = stores.loads();
        this.errors = stores.errors();
        this.today = stores.today();
        this.idempotency = idempotency;
        this.caller = caller;
        this.conditional = conditional;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listTradeLoads", summary = "Loads of one's own side, newest first")
    public Page<TradeLoadView> list(@Valid @BeanParam TradeLoadQuery query) {
        return page(query.filter(new ParameterReader(caller.get())), query);
    }

    private Page<TradeLoadView> page(Filter filter, PageRequest page) {
        return page.page(
                loads.list(caller.get(), filter, page),
                load -> load.id().toString(),
                TradeLoadView::of,
                following -> QuarkusTransaction.requiringNew().call(() -> page(filter, following)));
    }

    @POST
    @Consumes({CSV, SHEET})
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @ResponseStatus(202)
    @Operation(
            operationId = "createTradeLoad",
            summary = "Load figures of one's own side from a file: all of it, or nothing",
            description = RECEIVING)
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = SHEET, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Received; or, with the status FAILED, read to its end and found wrong.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TradeLoadView.class)))
    @APIResponse(
            responseCode = "413",
            description = "The file is too large.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "415",
            description = "Neither text/csv nor a sheet, or compressed.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public RestResponse<TradeLoadView> create(
            @Valid @BeanParam LoadParameters parameters, HttpHeaders headers, @Nullable InputStream body) {
        return intake.receive(new LoadIntake.Parcel(
                parameters,
                headers.getMediaType(),
                headers.getLength(),
                body == null ? InputStream.nullInputStream() : body));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getTradeLoad", summary = "One load: how far it is, or what became of it")
    public RestResponse<TradeLoadView> get(@PathParam("id") String id) {
        return conditional.read(() -> loads.version(caller.get(), id), () -> {
            TradeLoad load = loads.get(caller.get(), id);
            return new Versioned<>(load.version(), TradeLoadView.of(load));
        });
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @Transactional
    @Operation(
            operationId = "cancelTradeLoad",
            summary = "Stop a load that is running: nothing of it will be in",
            description = "409 when it has ended before.")
    public RestResponse<TradeLoadView> cancel(@PathParam("id") String id) {
        return idempotency.once(caller.get(), "", TradeLoadView.class, () -> {
            TradeLoad load = loads.getToChange(caller.get(), id);
            if (!load.isRunning()) {
                throw ProblemException.of(
                        LoadProblem.LOAD_FINISHED, load.status().name());
            }
            load.cancel(today.now());
            loads.flush(caller.get());
            return Answer.changed(conditional.tag(load.version()), TradeLoadView.of(load));
        });
    }

    @GET
    @Path("{id}/errors")
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(
            operationId = "listTradeLoadErrors",
            summary = "What is wrong with the rows of a load, in the order of lines",
            description = "The first 10,000; errorsNotKept of the load says how many more there are.")
    @VariesByLanguage
    public Page<RowErrorView> errors(
            @PathParam("id") String id, @Valid @BeanParam PageRequest page, HttpHeaders headers) {
        TradeLoad load = loads.get(caller.get(), id);
        Locale language = ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return page(load.id(), language, page);
    }

    private Page<RowErrorView> page(UUID load, Locale language, PageRequest page) {
        return page.page(
                errors.list(caller.get(), load, page),
                kept -> String.valueOf(kept.number()),
                kept -> kept.in(language),
                following -> QuarkusTransaction.requiringNew().call(() -> page(load, language, following)));
    }
}
