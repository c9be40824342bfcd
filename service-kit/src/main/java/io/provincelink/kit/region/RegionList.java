package io.provincelink.kit.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The units in the order of their codes and first days, found by binary search: the list never changes, and an index beside
 * it would cost more memory than the search costs time.
 */
final class RegionList {

    static final Comparator<Region> ORDER = RegionList::compare;

    private final Region[] units;
    // By identity, of the instances in the list: hashing a record takes all of its parts.
    private final IdentityHashMap<Region, List<Region>> predecessors = new IdentityHashMap<>();

    /** Refuses files in which a unit overlaps another of its code, or lies in or was succeeded by none of the list. */
    RegionList(RegionFile... files) {
        List<Region> all = new ArrayList<>();
        for (RegionFile file : files) {
            all.addAll(file.units());
        }
        units = all.toArray(Region[]::new);
        Arrays.sort(units, ORDER);
        for (int place = 0; place < units.length; place++) {
            String fault = fault(place);
            if (fault != null) {
                throw malformed(units[place], fault, files);
            }
        }
        predecessors.replaceAll((key, closed) -> List.copyOf(closed));
    }

    /** What is wrong with a unit, if anything; remembers who succeeded it. */
    private @Nullable String fault(int place) {
        Region unit = units[place];
        if (place > 0 && units[place - 1].code().equals(unit.code()) && unit.begunBy(units[place - 1].lastDay())) {
            return unit.key() + " overlaps another unit with its code";
        }
        if (unit.parent() != null) {
            Region parent = find(unit.parent(), unit.lastDay());
            // A unit that outlives its parent would have two of them, and a parent of no higher rank could make a ring.
            if (parent == null || !parent.begunBy(unit.validFrom() == null ? LocalDate.MIN : unit.validFrom())) {
                return "parent %s is not a unit for all the time of %s".formatted(unit.parent(), unit.key());
            }
            if (parent.level().compareTo(unit.level()) >= 0) {
                return "parent %s is not above %s".formatted(parent.key(), unit.level());
            }
        }
        for (String code : unit.successors()) {
            Region successor = find(code, unit.lastDay().plusDays(1));
            if (successor == null) {
                return "successor %s is not a unit on the day after %s".formatted(code, unit.validTo());
            }
            predecessors.computeIfAbsent(successor, key -> new ArrayList<>(4)).add(unit);
        }
        return null;
    }

    private static IllegalStateException malformed(Region unit, String fault, RegionFile... files) {
        for (RegionFile file : files) {
            int place = file.units().lastIndexOf(unit);
            if (place >= 0) {
                return file.malformed(place, fault);
            }
        }
        return new IllegalStateException(fault);
    }

    int size() {
        return units.length;
    }

    Region get(int place) {
        return units[place];
    }

    Optional<Region> on(String code, LocalDate day) {
        return Optional.ofNullable(find(code, day));
    }

    private @Nullable Region find(String code, LocalDate day) {
        for (int place = firstOf(code);
                place < units.length && units[place].code().equals(code);
                place++) {
            if (units[place].validOn(day)) {
                return units[place];
            }
        }
        return null;
    }

    /** All units with the code, oldest first. */
    List<Region> units(String code) {
        int first = firstOf(code);
        int end = first;
        while (end < units.length && units[end].code().equals(code)) {
            end++;
        }
        return List.of(Arrays.copyOfRange(units, first, end));
    }

    Optional<Region> parent(Region unit) {
        return unit.parent() == null ? Optional.empty() : on(unit.parent(), unit.lastDay());
    }

    List<Region> successors(Region unit) {
        LocalDate lastDay = unit.validTo();
        if (lastDay == null || unit.successors().isEmpty()) {
            return List.of();
        }
        return unit.successors().stream()
                .flatMap(code -> on(code, lastDay.plusDays(1)).stream())
                .toList();
    }

    List<Region> predecessors(Region unit) {
        Region listed = find(unit.code(), unit.lastDay());
        return listed == null ? List.of() : predecessors.getOrDefault(listed, List.of());
    }

    /** The first place behind the key. The key need not be one of the list: it comes back from a client. */
    int placeAfter(@Nullable String key) {
        if (key == null) {
            return 0;
        }
        int at = key.indexOf('@');
        String code = at < 0 ? key : key.substring(0, at);
        String from = at < 0 ? "" : key.substring(at + 1);
        int place = firstOf(code);
        // ISO days sort as text, and an unknown first day, here empty, comes first.
        while (place < units.length
                && units[place].code().equals(code)
                && firstDay(place).compareTo(from) <= 0) {
            place++;
        }
        return place;
    }

    private static int compare(Region one, Region other) {
        int codes = one.code().compareTo(other.code());
        if (codes != 0 || one.validFrom() == null || other.validFrom() == null) {
            return codes != 0 ? codes : Boolean.compare(one.validFrom() != null, other.validFrom() != null);
        }
        return one.validFrom().compareTo(other.validFrom());
    }

    private String firstDay(int place) {
        LocalDate from = units[place].validFrom();
        return from == null ? "" : from.toString();
    }

    /** The first place whose code is not less than the given one. */
    private int firstOf(String code) {
        int low = 0;
        int high = units.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (units[middle].code().compareTo(code) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
