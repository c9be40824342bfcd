package io.provincelink.agreements.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A programme as a client gets it.
 *
 * @param agreements the agreements that it rests on, as its sides named them
 * @param restsOn the legal acts that it rests on, likewise
 * @param publishedBy parties whose approvers agreed that everybody may read what it says now; where it is PUBLIC and a party is missing, that
 *     party has not agreed to the latest change
 */
public record ProgrammeView(
        UUID id,
        String code,
        ProgrammeKind kind,
        Text title,
        List<Party> parties,
        Period period,
        ProgrammeStatus status,
        List<Field> fields,
        boolean fieldsAreExamples,
        List<GoalView> goals,
        List<MilestoneView> milestones,
        List<String> agreements,
        List<String> restsOn,
        @Nullable String predecessor,
        @Nullable String parent,
        @Nullable Text basis,
        @Nullable Text note,
        @Nullable AssessmentView assessment,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt,
        List<LevelCriteria> criteria,
        List<String> publishedBy) {

    static ProgrammeView of(Programme programme, LocalDate today) {
        ProgrammeTerms terms = programme.terms();
        return new ProgrammeView(
                programme.id(),
                programme.code(),
                programme.kind(),
                programme.title(),
                terms.parties(),
                programme.period(),
                programme.status(today),
                terms.fields(),
                terms.fieldsAreExamples(),
                programme.goals().stream()
                        .map(goal -> GoalView.of(goal, programme))
                        .toList(),
                programme.milestones().stream()
                        .map(step -> MilestoneView.of(step, today))
                        .toList(),
                terms.agreements(),
                terms.restsOn(),
                terms.predecessor(),
                terms.parent(),
                terms.basis(),
                terms.note(),
                AssessmentView.of(programme),
                programme.visibility(),
                terms.source(),
                programme.externalIds(),
                programme.updatedAt(),
                terms.criteria(),
                programme.consents());
    }

    /** A step of the roadmap with where it stands today. */
    public record MilestoneView(
            @Nullable UUID id,
            Text title,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn,
            Milestone.Status status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MilestoneOrigin carriedFrom) {

        static MilestoneView of(Milestone step, LocalDate today) {
            return new MilestoneView(
                    step.id(), step.title(), step.due(), step.doneOn(), step.status(today), step.carriedFrom());
        }
    }
}
