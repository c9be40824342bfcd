package io.provincelink.agreements.assistance;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.ListForms;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.idempotency.Answer;
import io.provincelink.record.idempotency.Idempotency;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A project's transactions over HTTP. They are added and never changed, so their ETag stays. */
@Path("assistance-projects/{id}/transactions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistance")
public class AssistanceTransactionResource {

    private final AssistanceProjects projects;
    private final RecordDesk desk;
    private final Conditional conditional;
    private final Idempotency idempotency;

    public AssistanceTransactionResource(
            AssistanceProjects projects, RecordDesk desk, Conditional conditional, Idempotency idempotency) {
        this.projects = projects;
        this.desk = desk;
        this.conditional = conditional;
        this.idempotency = idempotency;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListForms.LINES, ListForms.TABLE})
    @PermitAll
    @Operation(operationId = "listAssistanceTransactions", summary = "A project's transactions, newest first")
    public Page<AssistanceTransactionView> list(
            @PathParam("id") String id, @Valid @BeanParam AssistanceTransactionQuery query) {
        Caller reader = desk.caller();
        AssistanceProject project = projects.get(reader, id);
        projects.shown(reader, List.of(project), Reading.How.RECORD);
        return page(project, query.kind, query);
    }

    private Page<AssistanceTransactionView> page(
            AssistanceProject project, @Nullable TransactionKind kind, PageRequest page) {
        return page.page(
                projects.transactions(desk.caller(), project, kind, page),
                transaction -> transaction.id().toString(),
                AssistanceTransactionView::of,
                following -> QuarkusTransaction.requiringNew().call(() -> page(project, kind, following)));
    }

    @GET
    @Path("{transaction}")
    @PermitAll
    @Operation(operationId = "getAssistanceTransaction", summary = "One transaction")
    public RestResponse<AssistanceTransactionView> get(
            @PathParam("id") String id, @PathParam("transaction") UUID transaction) {
        AssistanceProject project = projects.get(desk.caller(), id);
        AssistanceTransactionView view = AssistanceTransactionView.of(
                projects.transaction(desk.caller(), project, transaction).orElseThrow(ProblemException::notFound));
        return conditional.read(() -> 0, () -> {
            projects.shown(desk.caller(), List.of(project), Reading.How.RECORD);
            return new Versioned<>(0, view);
        });
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Operation(
            operationId = "createAssistanceTransaction",
            summary = "Record a commitment, disbursement or expenditure, or correct one that was recorded wrongly")
    public RestResponse<AssistanceTransactionView> create(
            @PathParam("id") String id, @NotNull @Valid AssistanceTransactionDraft draft) {
        return idempotency.once(desk.caller(), draft, AssistanceTransactionView.class, () -> {
            AssistanceProject project = projects.toWrite(desk.caller(), id);
            desk.registrar().requireParty(project);
            conditional.compareIfGiven(project.version());
            requireNoFaults(project, draft);
            var added = AssistanceTransactionView.of(projects.add(desk.caller(), project, draft));
            return Answer.created(projects.address(project) + "/transactions/" + added.id(), conditional.tag(0), added);
        });
    }

    private void requireNoFaults(AssistanceProject project, AssistanceTransactionDraft draft) {
        List<Fault> faults = new ArrayList<>(draft.faults(
                desk.registrar().anchor(draft.anchorDays()), desk.caller().today()));
        if (draft.corrects() != null) {
            AssistanceTransaction original = projects.original(desk.caller(), project, draft.corrects());
            BigDecimal left = original == null ? BigDecimal.ZERO : projects.left(desk.caller(), original);
            faults.addAll(draft.faultsBeside(original, left));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
