package io.provincelink.agreements.twinning;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Reference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A twinning as a client sends it.
 *
 * @param parties whose twinning it is; the union of the sides' regions unless given, and needed where a side names no region
 * @param sides the two of them
 * @param since first day, absent where it is not known
 * @param agreement id or code of the agreement that it rests on
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record TwinningDraft(
        @Nullable UUID id,
        @NotNull TwinningLevel level,
        @Nullable @Size(max = 20) List<@NotNull @RegionCode String> parties,
        @NotNull @Size(min = 2, max = 2) List<@NotNull @Valid TwinningSide> sides,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable @Size(max = 120) String agreement,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public TwinningDraft {
        agreement = Reference.spelt(agreement);
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
        if ((parties == null || parties.isEmpty()) && sides != null) {
            parties = sides.stream()
                    .filter(Objects::nonNull)
                    .flatMap(side -> side.regions().stream())
                    .distinct()
                    .toList();
        }
    }

    /** What an edit starts from. */
    static TwinningDraft of(Twinning twinning) {
        TwinningTerms terms = twinning.terms();
        return new TwinningDraft(
                twinning.id(),
                twinning.level(),
                twinning.parties(),
                terms.sides(),
                twinning.since(),
                twinning.until(),
                terms.agreement(),
                terms.note(),
                twinning.visibility(),
                terms.source(),
                twinning.externalIds());
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new LocalDate[] {since, source == null ? null : source.publishedOn()};
    }

    TwinningTerms terms() {
        return new TwinningTerms(sides, agreement, note, source);
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        List<TwinningSide> both = sides == null ? List.of() : sides;
        for (int i = 0; i < both.size(); i++) {
            TwinningSide side = both.get(i);
            if (side == null || side.country() == null) {
                continue; // said by the constraints
            }
            String at = "/sides/" + i;
            faults.addAll(anchor.check(at + "/regions/*", side.regions()));
            if (!anchor.regions().isKnownCountry(side.country())) {
                faults.addAll(anchor.check(at + "/country", side.country()));
            }
            faults.addAll(misfits(at, side, anchor));
            if (side.regions().stream().anyMatch(region -> region != null && !region.startsWith(side.country()))) {
                faults.add(Fault.at(at + "/regions", "other-country", side.country()));
            }
        }
        if (parties == null || parties.size() < 2) {
            faults.add(Fault.at("/parties", "required"));
        } else {
            faults.addAll(anchor.check("/parties/*", parties));
        }
        String first =
                both.isEmpty() || both.get(0) == null ? null : both.get(0).country();
        if (both.size() == 2
                && first != null
                && both.get(1) != null
                && first.equals(both.get(1).country())) {
            faults.add(Fault.at("/sides/1/country", "same-country", first));
        }
        if (faults.isEmpty() && both.size() == 2) {
            faults.addAll(outsiders(anchor));
        }
        if (since != null && until != null && until.isBefore(since)) {
            faults.add(Fault.at("/until", "before", "since"));
        }
        return faults;
    }

    /** What a side says of its units must fit the level, and the number of those that it names. */
    private List<Fault> misfits(String at, TwinningSide side, Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < side.regions().size(); i++) {
            String region = side.regions().get(i);
            Region unit = region == null
                    ? null
                    : anchor.regions().on(region, anchor.day()).orElse(null);
            if (unit != null && level != null && !level.isBetween(unit.level())) {
                faults.add(Fault.at(at + "/regions/" + i, "wrong-level", level.ranks()));
            }
        }
        BigDecimal most = side.count() == null || side.count().qualifier() == null ? null : side.most();
        if (most != null && most.compareTo(BigDecimal.valueOf(side.regions().size())) < 0) {
            faults.add(Fault.at(at + "/regions", "too-many", most));
        }
        if (side.count() != null) {
            faults.addAll(misfits(at + "/count", side.count()));
        }
        if (side.regions().isEmpty() && side.count() == null && side.name() == null) {
            faults.add(Fault.at(at + "/count", "required"));
        }
        return faults;
    }

    /** Units are counted one by one, and in units of the level. */
    private List<Fault> misfits(String at, Figure count) {
        List<Fault> faults = new ArrayList<>();
        if (count.unit() != null && level != null && !level.countedIn().contains(count.unit())) {
            faults.add(Fault.at(at + "/unit", "wrong-unit", String.join(", ", level.countedIn())));
        }
        if (count.value() != null && count.value().signum() < 0) {
            faults.add(Fault.at(at + "/value", "negative"));
        }
        if (isBroken(count.value())) {
            faults.add(Fault.at(at + "/value", "too-many-decimals", count.unit(), 0));
        }
        if (isBroken(count.upper())) {
            faults.add(Fault.at(at + "/upper", "too-many-decimals", count.unit(), 0));
        }
        return faults;
    }

    private static boolean isBroken(@Nullable BigDecimal number) {
        return number != null && number.scale() > 0;
    }

    /** Nobody records a twinning of regions that are not theirs. */
    private List<Fault> outsiders(Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            for (String region : sides.get(i).regions()) {
                Set<String> around = anchor.regions().within(anchor.unit(region));
                if (parties.stream().noneMatch(around::contains)) {
                    faults.add(Fault.at("/sides/" + i + "/regions", "not-within-parties", String.join(", ", parties)));
                }
            }
        }
        return faults;
    }
}
