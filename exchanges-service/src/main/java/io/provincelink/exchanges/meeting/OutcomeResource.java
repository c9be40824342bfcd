package io.provincelink.exchanges.meeting;

import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.record.RecordDesk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The outcomes of all meetings over HTTP: what is still to do, and by whom. */
@Path("outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
public class OutcomeResource {

    private final Outcomes outcomes;
    private final CarriedBusiness business;
    private final RecordDesk desk;

    public OutcomeResource(Outcomes outcomes, CarriedBusiness business, RecordDesk desk) {
        this.outcomes = outcomes;
        this.business = business;
        this.desk = desk;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(
            operationId = "listOutcomes",
            summary = "Outcomes of the meetings that the caller sees, those that are due first at the top")
    public Page<OutcomeItemView> list(@Valid @BeanParam OutcomeQuery query) {
        return page(query.asked(desk.parameters()), query);
    }

    private Page<OutcomeItemView> page(OutcomeQuery.Asked asked, PageRequest page) {
        List<AgreedOutcome> found = outcomes.page(desk.caller(), asked, page);
        Set<AgreedOutcome> settled = business.settled(desk.caller(), found);
        business.shown(desk.caller(), found.stream().limit(page.limit));
        return page.page(
                found,
                agreed -> OutcomeKey.of(agreed).sealed(),
                agreed -> OutcomeItemView.of(agreed, settled.contains(agreed)),
                following -> QuarkusTransaction.requiringNew().call(() -> page(asked, following)));
    }
}
