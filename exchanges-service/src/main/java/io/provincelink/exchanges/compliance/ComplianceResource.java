package io.provincelink.exchanges.compliance;

import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.Mechanisms;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.record.audit.Reading;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Whether mechanisms are kept, over HTTP. */
@Path("mechanisms/{id}/compliance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mechanisms")
public class ComplianceResource {

    /** A daily rule gives an answer of bearable length for so many; a review, which only counts, may ask for more. */
    private static final int MOST_YEARS = 50;

    private static final long ONLY_VERSION = 0;

    private final Mechanisms mechanisms;
    private final Compliances compliances;
    private final CurrentCaller caller;
    private final Conditional conditional;

    public ComplianceResource(
            Mechanisms mechanisms, Compliances compliances, CurrentCaller caller, Conditional conditional) {
        this.conditional = conditional;
        this.mechanisms = mechanisms;
        this.compliances = compliances;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getMechanismCompliance",
            summary = "Each session that fell due in a period, and what is on record for it",
            description =
                    "A session belongs to the period in which it falls due by the rule, also where it was postponed"
                            + " out of it. Each held meeting counts for one session, and for those that were merged into it: of"
                            + " the sessions whose window it lies in, for the one whose window closes first.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Compliance.class)))
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    public RestResponse<Compliance> get(
            @PathParam("id") String id,
            @QueryParam("period") @Parameter(required = true, example = "2016/2020") @Nullable String period) {
        Caller reader = caller.get();
        Period asked = asked(period);
        Mechanism mechanism = mechanisms.get(reader, id);
        Compliance kept = compliances.of(reader, mechanism, asked);
        // no version of one record decides what is in it: it follows the meetings that the reader sees, and the day
        return conditional.read(
                () -> ONLY_VERSION,
                () -> {
                    mechanisms.shown(reader, List.of(mechanism), Reading.How.RECORD);
                    return new Conditional.Versioned<>(ONLY_VERSION, kept);
                },
                kept);
    }

    /** @throws ProblemException 400 when there is none, or one so long that nobody could read the answer */
    private static Period asked(@Nullable String period) {
        Period asked = Parameters.required("period", Parameters.period("period", period));
        if (asked.from().plusYears(MOST_YEARS).isBefore(asked.to())) {
            throw ProblemException.invalid(Fault.at("?period", "too-long-period", MOST_YEARS));
        }
        return asked;
    }
}
