package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A programme as a client sends it.
 *
 * @param fieldsAreExamples whether the source names the fields with "such as"
 * @param agreements ids or codes of the agreements that it rests on
 * @param restsOn ids or codes of the legal acts that it rests on
 * @param predecessor code or id of the programme of the period before
 * @param parent code or id of the programme that it is part of
 * @param criteria of the levels, only where a poverty programme or a movement has them
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record ProgrammeDraft(
        @Nullable UUID id,
        @NotNull @RecordCode String code,
        @NotNull ProgrammeKind kind,
        @NotNull @Valid Text title,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Party> parties,
        @NotNull @Valid Period period,
        @Nullable @Size(max = 30) List<@NotNull Field> fields,
        @Nullable Boolean fieldsAreExamples,
        @Nullable @Size(max = 200) List<@NotNull @Valid Goal> goals,
        @Nullable @Size(max = 500) List<@NotNull @Valid Milestone> milestones,
        @Nullable @Size(max = 100) List<@NotNull @Size(max = 120) String> agreements,
        @Nullable @Size(max = 50) List<@NotNull @Size(max = 120) String> restsOn,
        @Nullable @Size(max = 120) String predecessor,
        @Nullable @Size(max = 120) String parent,
        @Nullable @Valid Text basis,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds,
        @Nullable @Size(max = 20) List<@NotNull @Valid LevelCriteria> criteria)
        implements Draft {

    public ProgrammeDraft {
        fields = Objects.requireNonNullElse(fields, List.of());
        fieldsAreExamples = Objects.requireNonNullElse(fieldsAreExamples, false);
        goals = Objects.requireNonNullElse(goals, List.of());
        milestones = Objects.requireNonNullElse(milestones, List.of());
        agreements = Objects.requireNonNullElse(agreements, List.of());
        restsOn = Objects.requireNonNullElse(restsOn, List.of());
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
        criteria = Objects.requireNonNullElse(criteria, List.of());
    }

    /** What an edit starts from. */
    static ProgrammeDraft of(Programme programme) {
        ProgrammeTerms terms = programme.terms();
        return new ProgrammeDraft(
                programme.id(),
                programme.code(),
                programme.kind(),
                programme.title(),
                terms.parties(),
                programme.period(),
                terms.fields(),
                terms.fieldsAreExamples(),
                programme.goals(),
                programme.milestones(),
                terms.agreements(),
                terms.restsOn(),
                terms.predecessor(),
                terms.parent(),
                terms.basis(),
                terms.note(),
                programme.visibility(),
                terms.source(),
                programme.externalIds(),
                terms.criteria());
    }

    List<String> regions() {
        return parties.stream().map(Party::region).toList();
    }

    ProgrammeTerms terms() {
        return new ProgrammeTerms(
                parties,
                fields,
                fieldsAreExamples,
                agreements,
                predecessor,
                parent,
                basis,
                note,
                source,
                criteria,
                restsOn);
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {period == null ? null : period.from()};
    }

    /** What can be judged without knowing the day. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.checkParties(parties));
        faults.addAll(GoalRules.faults(goals));
        faults.addAll(ofMilestonesAndCriteria());
        return faults;
    }

    @Override
    public List<Fault> faults(Anchor anchor, LocalDate today) {
        List<Fault> faults = faults(anchor);
        for (int i = 0; i < milestones.size(); i++) {
            LocalDate doneOn =
                    milestones.get(i) == null ? null : milestones.get(i).doneOn();
            if (doneOn != null && doneOn.isAfter(today)) {
                faults.add(Fault.at("/milestones/" + i + "/doneOn", "after", today));
            }
        }
        return faults;
    }

    private List<Fault> ofMilestonesAndCriteria() {
        List<Fault> faults = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < milestones.size(); i++) {
            UUID id = milestones.get(i) == null ? null : milestones.get(i).id();
            if (id != null && !ids.add(id)) {
                faults.add(Fault.at("/milestones/" + i + "/id", "same-id-twice"));
            }
        }
        if (!criteria.isEmpty() && kind != null && !kind.hasCriteria()) {
            faults.add(Fault.at("/criteria", "only-for", "POVERTY_REDUCTION, EMULATION"));
        }
        return faults;
    }
}
