package io.provincelink.agreements.coordination;

import io.provincelink.agreements.coordination.AssistanceSummaryQuery.Question;
import io.provincelink.agreements.organisation.Organisation;
import io.provincelink.agreements.organisation.Organisations;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sums over projects of assistance, over HTTP. */
@Path("assistance-summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistance")
public class AssistanceSummaryResource {

    private final AssistanceSummaries summaries;
    private final Organisations organisations;
    private final CurrentCaller caller;

    public AssistanceSummaryResource(AssistanceSummaries summaries, Organisations organisations, CurrentCaller caller) {
        this.summaries = summaries;
        this.organisations = organisations;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getAssistanceSummary",
            summary = "Who works where with how much: recorded sums by currency, and published figures beside them")
    public AssistanceSummary get(@BeanParam AssistanceSummaryQuery query) {
        Caller reader = caller.get();
        Question question = query.question(new ParameterReader(reader));
        var rows = summaries.rows(reader, question);
        var named = names(reader, question, rows);
        SummaryReport report = new SummaryReport(question, reader, id -> title(named, id))
                .rows(rows)
                .programmes(summaries.programmes(reader, question));
        List<String> programmes = report.allProgrammes();
        if (!programmes.isEmpty()) {
            report.names(summaries.names(reader, programmes));
        }
        var published = summaries.published(
                reader, report.allProgrammes(), report.codes(), new Period(question.from(), question.to()));
        return report.summary(published);
    }

    private Map<UUID, Organisation> names(Caller reader, Question question, List<SummaryRow> rows) {
        if (question.grouping() != SummaryGrouping.ORGANISATION) {
            return Map.of();
        }
        List<UUID> ids = rows.stream()
                .filter(row -> row.key() != null && row.currency() == null)
                .map(row -> UUID.fromString(row.key()))
                .toList();
        return organisations.byId(reader, ids);
    }

    private static @Nullable Text title(Map<UUID, Organisation> named, String id) {
        Organisation organisation = named.get(UUID.fromString(id));
        return organisation == null ? null : organisation.name();
    }
}
