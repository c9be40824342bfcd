package io.provincelink.trade.reconciliation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Comparisons of what two sides report, over HTTP. */
@Path("trade-reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trade figures")
public class ReconciliationResource {

    private final Reconciliations reconciliations;
    private final CurrentCaller caller;

    public ReconciliationResource(Reconciliations reconciliations, CurrentCaller caller) {
        this.reconciliations = reconciliations;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getTradeReconciliation",
            summary = "What one side reports as exports beside what the other reports as imports, both ways",
            description =
                    "CIF values are divided by the factor, and nothing else is corrected. The index of two values is"
                            + " (X - M) / (X + M), X for the exports and M for the imports, both as FOB. Groups come with the"
                            + " largest gap first.")
    @APIResponse(
            responseCode = "200",
            description = "The comparison.",
            content = @Content(schema = @Schema(implementation = Reconciliation.class)))
    @APIResponse(responseCode = "409", ref = "Problem409")
    public Reconciliation get(@Valid @BeanParam ReconciliationQuery query) {
        Caller reader = caller.get();
        return reconciliations.of(reader, query.question(new ParameterReader(reader)));
    }
}
