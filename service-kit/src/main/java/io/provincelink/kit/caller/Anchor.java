package io.provincelink.kit.caller;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.RegionCheck;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The day that decides which units a record's codes mean: the first day of its period, the signing day, the month, else the day it
 * was published or recorded.
 */
public record Anchor(Regions regions, LocalDate day) {

    private static final Set<String> OF_THE_DAY = Set.of("closed-region", "region-not-yet");

    /** The first of these days that is known, else today. */
    public static Anchor of(Caller caller, @Nullable LocalDate... days) {
        for (LocalDate day : days) {
            if (day != null) {
                return new Anchor(caller.regions(), day);
            }
        }
        return new Anchor(caller.regions(), caller.today());
    }

    /** Collects a fault for each code that means no unit on this day, and for each that stands twice. */
    public List<Fault> check(String pointer, @Nullable List<@Nullable String> codes) {
        List<Fault> faults = new ArrayList<>();
        if (codes == null) {
            return faults;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String at = pointer.replace("*", String.valueOf(i));
            faults.addAll(check(at, codes.get(i)));
            if (codes.get(i) != null && !seen.add(codes.get(i))) {
                faults.add(Fault.at(at, "same-party-twice"));
            }
        }
        return faults;
    }

    /** Collects the faults of {@code /parties}: of the units, and of the regions whose bodies act for them. */
    public List<Fault> checkParties(@Nullable List<@Nullable Party> parties) {
        if (parties == null) {
            return new ArrayList<>();
        }
        List<Fault> faults = new ArrayList<>(check(
                "/parties/*/region",
                parties.stream()
                        .map(party -> party == null ? null : party.region())
                        .toList()));
        for (int i = 0; i < parties.size(); i++) {
            Body body = parties.get(i) == null ? null : parties.get(i).body();
            if (body != null) {
                faults.addAll(check("/parties/" + i + "/body/region", body.region()));
            }
        }
        return faults;
    }

    /** The fault of one code, or none; a code that is missing is no fault of this day. */
    public List<Fault> check(String pointer, @Nullable String code) {
        if (code == null) {
            return List.of();
        }
        RegionCheck result = regions.check(code, day);
        if (result instanceof RegionCheck.Closed closed) {
            List<Region> now = closed.successors().isEmpty() ? closed.areaNowIn() : closed.successors();
            return List.of(Fault.at(pointer, "closed-region", closed.unit().validTo(), day, named(now)));
        }
        if (result instanceof RegionCheck.NotYet later) {
            return List.of(
                    Fault.at(pointer, "region-not-yet", later.firstLater().validFrom(), day));
        }
        if (result instanceof RegionCheck.Unknown unknown) {
            return List.of(Fault.at(pointer, "unknown-region", String.join(", ", unknown.nearest())));
        }
        return List.of();
    }

    /** @throws ProblemException 400 with the faults, if there are any */
    public static void requireNone(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    /** Whether a code has this fault on some days alone. */
    public static boolean isOfTheDay(Fault fault) {
        return OF_THE_DAY.contains(fault.code());
    }

    /** The unit that the code means on this day; the code was checked before. */
    public Region unit(String code) {
        return regions.on(code, day).orElseThrow(() -> new IllegalStateException(code + " on " + day));
    }

    private static String named(List<Region> units) {
        return units.isEmpty() ? "?" : units.stream().map(Region::code).collect(Collectors.joining(", "));
    }
}
