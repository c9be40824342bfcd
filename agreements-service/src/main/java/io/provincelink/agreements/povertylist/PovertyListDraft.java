package io.provincelink.agreements.povertylist;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as a client sends it.
 *
 * @param parties whose list it is; the country unless given
 * @param since first day on which it held, absent where it is not known
 * @param basis the act that it rests on
 * @param published how many units somebody said there are
 * @param entries the units, empty where nobody published which
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record PovertyListDraft(
        @Nullable UUID id,
        @NotNull PovertyListKind kind,
        @NotNull @Valid Text title,
        @NotNull @Pattern(regexp = "^[A-Z]{2}$") String country,
        @Nullable @Size(max = 20) List<@NotNull @RegionCode String> parties,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable @Valid Text basis,
        @Nullable @Valid PublishedCount published,
        @Nullable @Size(max = 5000) List<@NotNull @Valid ListedUnit> entries,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public PovertyListDraft {
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
        entries = Objects.requireNonNullElse(entries, List.of());
        if ((parties == null || parties.isEmpty()) && country != null) {
            parties = List.of(country);
        }
    }

    /** What an edit starts from. */
    static PovertyListDraft of(PovertyList list) {
        PovertyListTerms terms = list.terms();
        return new PovertyListDraft(
                list.id(),
                list.kind(),
                terms.title(),
                list.country(),
                list.parties(),
                list.since(),
                list.until(),
                terms.basis(),
                terms.published(),
                terms.entries(),
                terms.note(),
                list.visibility(),
                terms.source(),
                list.externalIds());
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new LocalDate[] {since, source == null ? null : source.publishedOn()};
    }

    PovertyListTerms terms() {
        return new PovertyListTerms(title, basis, published, entries, note, source);
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.check("/parties/*", parties));
        if (country != null && !anchor.regions().isKnownCountry(country)) {
            faults.addAll(anchor.check("/country", country));
        }
        if (since != null && until != null && until.isBefore(since)) {
            faults.add(Fault.at("/until", "before", "since"));
        }
        String unit = published == null || published.figure() == null
                ? null
                : published.figure().unit();
        if (kind != null && unit != null && !kind.units().contains(unit)) {
            faults.add(Fault.at("/published/figure/unit", "wrong-unit", String.join(", ", kind.units())));
        }
        faults.addAll(entryFaults(anchor.regions()));
        return faults;
    }

    private List<Fault> entryFaults(Regions known) {
        List<Fault> faults = new ArrayList<>();
        Map<String, List<ListedUnit>> seen = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            ListedUnit entry = entries.get(i);
            if (entry == null || entry.region() == null || entry.from() == null) {
                continue; // said by the constraints
            }
            faults.addAll(faults("/entries/" + i, entry, new Anchor(known, entry.from())));
            List<ListedUnit> earlier = seen.computeIfAbsent(entry.region(), first -> new ArrayList<>());
            if (earlier.stream().anyMatch(entry::overlaps)) {
                faults.add(Fault.at("/entries/" + i, "overlapping"));
            }
            earlier.add(entry);
        }
        return faults;
    }

    private List<Fault> faults(String at, ListedUnit entry, Anchor joined) {
        List<Fault> faults = new ArrayList<>(joined.check(at + "/region", entry.region()));
        if (entry.to() != null && entry.to().isBefore(entry.from())) {
            faults.add(Fault.at(at + "/to", "before", "from"));
        }
        if (!faults.isEmpty() || country == null || kind == null) {
            return faults;
        }
        Region unit = joined.unit(entry.region());
        if (!unit.country().equals(country)) {
            faults.add(Fault.at(at + "/region", "other-country", country));
        } else if (!kind.takes(unit.level())) {
            faults.add(Fault.at(at + "/region", "wrong-level", kind.ranks()));
        } else {
            Set<String> around = joined.regions().within(unit);
            if (parties != null && parties.stream().noneMatch(around::contains)) {
                faults.add(Fault.at(at + "/region", "not-within-parties", String.join(", ", parties)));
            }
        }
        return faults;
    }
}
