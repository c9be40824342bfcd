package io.provincelink.record.observation;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Indicator;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Units;
import io.provincelink.record.Reference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published figure as a client sends it.
 *
 * @param title what the source counts, where that is narrower than the indicator: the permits of one gate
 * @param period null where the source gives none
 * @param asOf a day on which the parties' codes hold, needed where neither a period nor the day of publication is known
 * @param periodAsPublished the source's own words for the period
 * @param programme code or id of the programme that the figure reports on
 * @param scopeNote what the figure covers, where it is less than the indicator
 */
public record ObservationDraft(
        @Nullable UUID id,
        @NotEmpty @Size(max = 20) List<@NotNull @RegionCode String> parties,
        @Nullable @Valid Text title,
        @Nullable @Valid Period period,
        @Nullable @Size(max = 200) String periodAsPublished,
        @Nullable LocalDate asOf,
        @NotNull @Valid Figure figure,
        @Nullable @Valid TargetComparison comparedToTarget,
        @Nullable @Size(max = 120) String programme,
        @Nullable @Valid Text scopeNote,
        @NotNull @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    /** What a correction starts from; the day on which its codes hold is kept where nothing else tells it. */
    static ObservationDraft of(Observation observation) {
        return new ObservationDraft(
                observation.id(),
                observation.parties(),
                observation.title(),
                observation.period(),
                observation.periodAsPublished(),
                observation.anchor(),
                observation.figure(),
                observation.comparedToTarget(),
                observation.programme(),
                observation.scopeNote(),
                observation.source(),
                observation.externalIds());
    }

    public ObservationDraft {
        programme = Reference.spelt(programme);
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** The first day of the period, else the day of publication, else asOf, else the day it is recorded. */
    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {
            period == null ? null : period.from(), source == null ? null : source.publishedOn(), asOf
        };
    }

    @Override
    public List<Fault> faults(Anchor anchor) {
        return anchor.check("/parties/*", parties);
    }

    /** The same, and whether it is counted as the indicator is. */
    List<Fault> faults(Anchor anchor, Indicator indicator) {
        List<Fault> faults = new ArrayList<>(faults(anchor));
        faults.addAll(unitFaults(indicator));
        return faults;
    }

    List<Fault> unitFaults(Indicator indicator) {
        return figure.unit().equals(indicator.unit()) || isMoneyOf(indicator)
                ? List.of()
                : List.of(Fault.at("/figure/unit", "wrong-unit", indicator.unit()));
    }

    /** An indicator in money names its usual currency; a source may publish in another. */
    private boolean isMoneyOf(Indicator indicator) {
        return Units.isCurrency(indicator.unit()) && Units.isCurrency(figure.unit());
    }
}
