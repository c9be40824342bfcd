package io.provincelink.agreements.assistance;

import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Money;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as a client gets it.
 *
 * @param totals sums of its transactions in each currency
 */
public record AssistanceProjectView(
        UUID id,
        Text title,
        UUID organisation,
        Party owner,
        List<String> regions,
        List<Field> fields,
        OpenPeriod period,
        @Nullable Money plan,
        @Nullable Figure standsFor,
        List<ProjectOutput> outputs,
        @Nullable ProjectApproval approval,
        ProjectStatus status,
        @Nullable String programme,
        List<MoneyTotal> totals,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt) {

    static AssistanceProjectView of(AssistanceProject project) {
        ProjectTerms terms = project.terms();
        return new AssistanceProjectView(
                project.id(),
                project.title(),
                project.organisation(),
                terms.owner(),
                project.regions(),
                project.fields(),
                project.period(),
                project.plan(),
                terms.standsFor(),
                terms.outputs(),
                terms.approval(),
                project.status(),
                project.programme(),
                project.totals(),
                terms.note(),
                project.visibility(),
                terms.source(),
                project.externalIds(),
                project.updatedAt());
    }
}
