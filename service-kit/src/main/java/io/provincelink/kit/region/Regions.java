package io.provincelink.kit.region;

import io.provincelink.kit.words.FoldedText;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All administrative units of all times, and what follows from them: which unit a code means on a day, which units took over
 * from it, and who may act for it. Immutable; safe for any number of threads.
 *
 * <p>Invented countries are units like all others, but are listed only where a call asks for them.
 */
public final class Regions {

    private final RegionList units;
    private final Set<String> inventedCountries;
    private final String[] publishedCodes;
    private final String[] inventedCodes;

    // Made by the first search: three of four applications never search.
    private volatile @Nullable FoldedNames names;

    Regions(RegionFile published, RegionFile invented) {
        units = new RegionList(published, invented);
        inventedCountries = invented.units().stream().map(Region::country).collect(Collectors.toUnmodifiableSet());
        publishedCodes = codes(all());
        inventedCodes = codes(everything().filter(this::isInvented));
    }

    /**
     * Reads the lists that come with this package.
     *
     * @throws IllegalStateException naming file and line, if one of them is malformed
     */
    public static Regions load() {
        return new Regions(RegionFile.onClasspath("regions.csv"), RegionFile.onClasspath("regions-fictional.csv"));
    }

    /** The unit that had the code on the day. */
    public Optional<Region> on(String code, LocalDate day) {
        return units.on(code, day);
    }

    /** What the region of a token means: the latest unit with the code that has begun by today, closed or not. */
    public Optional<Region> latest(String code, LocalDate today) {
        return units.units(code).stream().filter(unit -> unit.begunBy(today)).reduce((older, newer) -> newer);
    }

    /** All units that ever have the code, oldest first. */
    public List<Region> history(String code) {
        return units.units(code);
    }

    /** All units of real countries, by code and first day. */
    public Stream<Region> all() {
        return everything().filter(unit -> !isInvented(unit));
    }

    /** All units of the country, by code and first day. */
    public Stream<Region> all(String country) {
        return everything().filter(unit -> unit.country().equals(country));
    }

    /** Whether the code is that of a country. */
    public boolean isKnownCountry(String code) {
        return units.units(code).stream().anyMatch(unit -> unit.level() == RegionLevel.COUNTRY);
    }

    /** The units with the recorded codes on the day after the unit's last one. */
    public List<Region> successors(Region unit) {
        return units.successors(unit);
    }

    /** The units that name this one as a successor; the unit with the same code is one of them. */
    public List<Region> predecessors(Region unit) {
        return units.predecessors(unit);
    }

    /** The code and those of all units that went into one with this code: what the unit answers for today. */
    public List<String> withPredecessors(String code) {
        Set<String> codes = new LinkedHashSet<>();
        for (Region unit : units.units(code)) {
            reachable(unit, this::predecessors).forEach(earlier -> codes.add(earlier.code()));
        }
        return List.copyOf(codes);
    }

    /** The units in which this one lies, or lay on its last day, nearest first, up to the country. */
    public List<Region> parentChain(Region unit) {
        List<Region> chain = new ArrayList<>(4);
        // A parent outlives its units, so the unit's last day is also the one on which to ask for the parent's parent.
        LocalDate day = unit.lastDay();
        String code = unit.parent();
        while (code != null) {
            Optional<Region> parent = units.on(code, day);
            parent.ifPresent(chain::add);
            code = parent.map(Region::parent).orElse(null);
        }
        return List.copyOf(chain);
    }

    /** Codes that somebody who wrote this unknown one may have meant, best first, of its country if that is known. */
    public List<String> nearest(String code, int limit) {
        boolean invented = code.length() > 1 && inventedCountries.contains(code.substring(0, 2));
        return NearestCodes.of(code, invented ? inventedCodes : publishedCodes, limit);
    }

    /** What the code of a record means on the record's anchor day. */
    public RegionCheck check(String code, LocalDate anchor) {
        List<Region> history = units.units(code);
        if (history.isEmpty()) {
            return new RegionCheck.Unknown(nearest(code, 5));
        }
        Region lastBegun = null;
        for (Region unit : history) {
            if (unit.validOn(anchor)) {
                return new RegionCheck.Valid(unit);
            }
            if (unit.begunBy(anchor)) {
                lastBegun = unit;
            }
        }
        if (lastBegun == null) {
            return new RegionCheck.NotYet(history.get(0));
        }
        List<Region> successors = successors(lastBegun);
        return new RegionCheck.Closed(
                lastBegun, successors, successors.isEmpty() ? current(lastBegun, anchor) : List.of());
    }

    /**
     * Keys of all units that may ever act for this one: itself, the units it lies in below the country, and the successors of
     * all of those. {@link #actsFor} is the same relation asked from the other side.
     */
    public Set<String> guardians(Region unit) {
        return keys(reachable(unit, this::succeededOrAbove));
    }

    /**
     * Whether a caller may act for the unit that had the target's code on the anchor day: for its own unit, for units inside
     * it, and for units that it succeeded; never upward, and not for the provinces of a country.
     */
    public boolean actsFor(String callerCode, String targetCode, LocalDate anchor, LocalDate today) {
        return isAmong(callerCode, targetCode, anchor, today, this::succeededOrAbove);
    }

    /** Whether the unit of this key has had its last day and others stand for it. */
    public boolean isSucceeded(String key, LocalDate today) {
        int first = key.indexOf('@');
        String code = first < 0 ? key : key.substring(0, first);
        return units.units(code).stream()
                .filter(unit -> unit.key().equals(key) && unit.closedBefore(today))
                .anyMatch(unit -> !successors(unit).isEmpty());
    }

    /**
     * Whether a caller may decide as exactly that party: only the same unit, or one that succeeded it.
     *
     * @see #actsFor
     */
    public boolean decidesFor(String callerCode, String partyCode, LocalDate anchor, LocalDate today) {
        return isAmong(callerCode, partyCode, anchor, today, units::successors);
    }

    /** Codes of the unit and of all units it lies in, with the country: what it does counts for each of these. */
    public Set<String> within(Region unit) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(unit.code());
        parentChain(unit).forEach(above -> codes.add(above.code()));
        return codes;
    }

    /**
     * The units that stand for this one today: itself, else its successors and theirs. A district that was closed without a
     * successor stands under whatever stands for its province. Empty where nobody recorded it, and for a unit yet to begin.
     */
    public List<Region> current(Region unit, LocalDate today) {
        return reachable(unit, closed -> closed.closedBefore(today) ? takenOverBy(closed) : List.of()).stream()
                .filter(reached -> reached.validOn(today))
                .toList();
    }

    /** A page of the list of units. */
    public List<Region> search(RegionQuery query) {
        boolean invented = isInventedCode(query.country()) || isInventedCode(query.parent());
        String q = query.q() == null || query.q().isBlank() ? null : query.q().strip();
        String folded = q == null ? "" : FoldedText.of(q);
        return IntStream.range(units.placeAfter(query.afterKey()), units.size())
                .filter(place -> invented || !isInvented(units.get(place)))
                .filter(place -> passes(units.get(place), query))
                .filter(place -> q == null || startsWith(units.get(place).code(), q) || isNamed(place, folded))
                .limit(query.limit())
                .mapToObj(units::get)
                .toList();
    }

    private static boolean passes(Region unit, RegionQuery query) {
        return (query.level() == null || query.level() == unit.level())
                && (query.parent() == null || query.parent().equals(unit.parent()))
                && (query.country() == null || query.country().equals(unit.country()))
                && (query.on() == null || unit.validOn(query.on()));
    }

    private static boolean startsWith(String code, String q) {
        return code.regionMatches(true, 0, q, 0, q.length());
    }

    /** Marks alone fold to nothing, and nothing would be a part of every name. */
    private boolean isNamed(int place, String folded) {
        return !folded.isEmpty() && names().contain(place, folded);
    }

    private FoldedNames names() {
        FoldedNames made = names;
        if (made == null) {
            // Two first searches at once make the same names twice, which costs less than a lock for ever.
            made = new FoldedNames(units);
            names = made;
        }
        return made;
    }

    private boolean isAmong(
            String callerCode,
            String targetCode,
            LocalDate anchor,
            LocalDate today,
            Function<Region, Collection<Region>> next) {
        Region caller = latest(callerCode, today).orElse(null);
        Region target = on(targetCode, anchor).orElse(null);
        return caller != null && target != null && reachable(target, next).contains(caller);
    }

    private Collection<Region> succeededOrAbove(Region unit) {
        List<Region> next = new ArrayList<>(successors(unit));
        units.parent(unit).filter(above -> above.level() != RegionLevel.COUNTRY).ifPresent(next::add);
        return next;
    }

    private Collection<Region> takenOverBy(Region closed) {
        List<Region> successors = successors(closed);
        boolean district = closed.level() == RegionLevel.DISTRICT;
        return successors.isEmpty() && district ? units.parent(closed).stream().toList() : successors;
    }

    /** The unit and all that follow from it, each once, so that no ring in the list could hold a caller up. */
    private static Collection<Region> reachable(Region unit, Function<Region, Collection<Region>> next) {
        Map<String, Region> reached = new LinkedHashMap<>();
        Deque<Region> waiting = new ArrayDeque<>();
        waiting.add(unit);
        for (Region at = waiting.poll(); at != null; at = waiting.poll()) {
            if (reached.putIfAbsent(at.key(), at) == null) {
                waiting.addAll(next.apply(at));
            }
        }
        return reached.values();
    }

    private static Set<String> keys(Collection<Region> regions) {
        return regions.stream().map(Region::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Region> everything() {
        return IntStream.range(0, units.size()).mapToObj(units::get);
    }

    private boolean isInvented(Region unit) {
        return inventedCountries.contains(unit.country());
    }

    private boolean isInventedCode(@Nullable String code) {
        return code != null && code.length() > 1 && inventedCountries.contains(code.substring(0, 2));
    }

    private static String[] codes(Stream<Region> regions) {
        return regions.map(Region::code).distinct().toArray(String[]::new);
    }
}
