package io.provincelink.trade.gate;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gate as a client sends it.
 *
 * @param sides one in each of two countries
 * @param since a year, a month or a day, as exactly as it is known
 * @param visibility PUBLIC, also where nothing is said
 */
public record GateDraft(
        @Nullable UUID id,
        @NotNull @RecordCode String code,
        @NotNull @Size(min = 2, max = 2) List<@NotNull @Valid GateSide> sides,
        @NotNull GateKind kind,

        @Nullable @Pattern(regexp = "^\\d{4}(-\\d{2}(-\\d{2})?)?$", message = "{provincelink.since}")
        String since,

        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public GateDraft {
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static GateDraft of(Gate gate) {
        return new GateDraft(
                gate.id(),
                gate.code(),
                gate.sides(),
                gate.kind(),
                gate.since(),
                gate.note(),
                gate.visibility(),
                gate.source(),
                gate.externalIds());
    }

    List<String> regions() {
        return sides.stream().map(GateSide::region).toList();
    }

    /** The first day decides what the codes mean, else the day of publication. */
    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {
            Period.parse(since).map(Period::from).orElse(null), source == null ? null : source.publishedOn()
        };
    }

    @Override
    public boolean startsPublic() {
        return true;
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<@Nullable String> regions = sides == null
                ? List.of()
                : sides.stream()
                        .map(side -> side == null ? null : side.region())
                        .toList();
        List<Fault> faults = new ArrayList<>(anchor.check("/sides/*/region", regions));
        if (faults.isEmpty() && regions.size() == 2 && regions.stream().allMatch(Objects::nonNull)) {
            String country = anchor.unit(regions().get(0)).country();
            if (country.equals(anchor.unit(regions().get(1)).country())) {
                faults.add(Fault.at("/sides/1/region", "same-country", regions().get(0)));
            }
        }
        if (since != null && Period.parse(since).isEmpty()) {
            faults.add(Fault.at("/since", "wrong-format", "2012, 2012-05, 2012-05-01"));
        }
        if (visibility != null && visibility != Visibility.PUBLIC) {
            faults.add(Fault.at("/visibility", "unknown-value", Visibility.PUBLIC));
        }
        return faults;
    }
}
