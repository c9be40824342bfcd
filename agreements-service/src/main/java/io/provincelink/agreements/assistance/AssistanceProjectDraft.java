package io.provincelink.agreements.assistance;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Money;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Reference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project of assistance as a client sends it. All its codes mean the units of its first day.
 *
 * @param organisation id of the organisation that gives the assistance; one that the writer may see
 * @param owner the unit that implements the project, and its body where that is known; the unit stays
 * @param regions where it works: units of any level inside the owner's
 * @param fields empty where the source names none
 * @param plan what it is to cost; absent where it is not known to the last digit, since a lower bound is a published figure
 * @param standsFor how many projects this record stands for, where a source tells of them only together
 * @param programme code or id of the programme that it is a part of; published figures about it are kept under that
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record AssistanceProjectDraft(
        @Nullable UUID id,
        @NotNull @Valid Text title,
        @NotNull UUID organisation,
        @NotNull @Valid Party owner,
        @NotEmpty @Size(max = 200) List<@NotNull @RegionCode String> regions,
        @Nullable @Size(max = 30) List<@NotNull Field> fields,
        @NotNull @Valid OpenPeriod period,
        @Nullable @Valid Money plan,
        @Nullable @Valid Figure standsFor,
        @Nullable @Size(max = 100) List<@NotNull @Valid ProjectOutput> outputs,
        @Nullable @Valid ProjectApproval approval,
        @NotNull ProjectStatus status,
        @Nullable @Size(max = 120) String programme,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    private static final String STANDS_FOR = "project";

    public AssistanceProjectDraft {
        fields = fields == null ? List.of() : fields.stream().distinct().toList();
        outputs = Objects.requireNonNullElse(outputs, List.of());
        programme = Reference.spelt(programme);
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static AssistanceProjectDraft of(AssistanceProject project) {
        ProjectTerms terms = project.terms();
        return new AssistanceProjectDraft(
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
                terms.note(),
                project.visibility(),
                terms.source(),
                project.externalIds());
    }

    ProjectTerms terms() {
        return new ProjectTerms(owner, standsFor, outputs, approval, note, source);
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {period == null ? null : period.from()};
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        String unit = owner == null ? null : owner.region();
        Body body = owner == null ? null : owner.body();
        List<Fault> faults = new ArrayList<>(anchor.check("/owner/region", unit));
        List<Fault> places = anchor.check("/regions/*", regions);
        if (unit != null && regions != null && faults.isEmpty() && places.isEmpty()) {
            places = outsiders(anchor);
        }
        faults.addAll(places);
        faults.addAll(anchor.check("/owner/body/region", body == null ? null : body.region()));
        faults.addAll(approvalFaults(anchor));
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i) != null) {
                faults.addAll(outputs.get(i).faults("/outputs/" + i));
            }
        }
        if (plan != null && plan.amount() != null && plan.amount().signum() < 0) {
            faults.add(Fault.at("/plan/amount", "negative"));
        }
        if (standsFor != null && standsFor.unit() != null && !standsFor.unit().equals(STANDS_FOR)) {
            faults.add(Fault.at("/standsFor/unit", "wrong-unit", STANDS_FOR));
        }
        if (standsFor != null && standsFor.value() != null && standsFor.value().compareTo(BigDecimal.ONE) < 0) {
            faults.add(Fault.at("/standsFor/value", "at-least", 1));
        }
        return faults;
    }

    /** Nobody records what happens outside its own unit. */
    private List<Fault> outsiders(Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i) != null
                    && !anchor.regions().within(anchor.unit(regions.get(i))).contains(owner.region())) {
                faults.add(Fault.at("/regions/" + i, "not-within-owner", owner.region()));
            }
        }
        return faults;
    }

    /** The approving body's code means the unit of the day of the approval. */
    private List<Fault> approvalFaults(Anchor anchor) {
        Body body = approval == null ? null : approval.body();
        if (approval == null || body == null) {
            return List.of();
        }
        Anchor signed = approval.on() == null ? anchor : new Anchor(anchor.regions(), approval.on());
        return signed.check("/approval/body/region", body.region());
    }
}
