package io.provincelink.kit.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionAuthorityTest {

    private static final Regions REGIONS = Regions.load();
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

    @ParameterizedTest(name = "{0} for {1} as of {2}, asked on {3}: acts {4}, decides {5}")
    @CsvSource({
        // The successor, from its first day on; for what the old units did and for what it does itself.
        "VN.08,     VN.02,     2021-01-01, 2025-07-01, true,  true",
        "VN.08,     VN.02,     2021-01-01, 2025-06-30, false, false",
        "VN.08,     VN.08,     2021-01-01, 2025-06-30, true,  true",
        "VN.08,     VN.08,     2021-01-01, 2026-11-22, true,  true",
        "VN.08,     VN.08,     2025-07-01, 2026-11-22, true,  true",
        "VN.15,     VN.10,     2021-01-01, 2026-11-22, true,  true",
        "VN.15,     VN.10,     2021-01-01, 2025-06-30, false, false",
        // The closed province keeps what was its own, and gains nothing.
        "VN.02,     VN.02,     2021-01-01, 2025-06-30, true,  true",
        "VN.02,     VN.02,     2021-01-01, 2026-11-22, true,  true",
        "VN.02,     VN.08,     2021-01-01, 2026-11-22, false, false",
        "VN.02,     VN.08,     2026-01-01, 2026-11-22, false, false",
        "VN.02,     VN.02,     2026-01-01, 2026-11-22, false, false",
        // Units inside: acting, not deciding.
        "VN.02,     VN.033,    2021-01-01, 2025-06-30, true,  false",
        "VN.08,     VN.033,    2021-01-01, 2025-06-30, false, false",
        "VN.08,     VN.033,    2021-01-01, 2025-07-01, true,  false",
        "VN.02,     VN.00928,  2021-01-01, 2025-06-30, true,  false",
        "VN.030,    VN.00928,  2021-01-01, 2025-06-30, true,  false",
        "VN.08,     VN.00928,  2021-01-01, 2025-07-01, true,  false",
        "VN.00928,  VN.00928,  2021-01-01, 2025-07-01, true,  true",
        "CN.530000, CN.532624, 2021-01-01, 2026-11-22, true,  false",
        "CN.532600, CN.532624, 2021-01-01, 2026-11-22, true,  false",
        // Never upward, never aside, never for the other side.
        "VN.033,    VN.02,     2021-01-01, 2025-06-30, false, false",
        "VN.00928,  VN.08,     2026-01-01, 2026-11-22, false, false",
        "CN.532600, CN.530000, 2021-01-01, 2026-11-22, false, false",
        "VN.02,     VN.10,     2021-01-01, 2025-06-30, false, false",
        "VN.02,     CN.532600, 2021-01-01, 2025-06-30, false, false",
        "CN.532600, VN.02,     2021-01-01, 2025-06-30, false, false",
        // A country is a party of its own and does not descend.
        "VN,        VN,        2021-01-01, 2026-11-22, true,  true",
        "VN,        VN.02,     2021-01-01, 2026-11-22, false, false",
        "VN,        VN.033,    2021-01-01, 2026-11-22, false, false",
        "CN,        RU.SPE,    2021-01-01, 2026-11-22, false, false",
        "RU,        RU.SPE,    2021-01-01, 2026-11-22, false, false",
        "VN.08,     VN,        2021-01-01, 2026-11-22, false, false",
        // Codes that mean nothing on their day.
        "VN.99,     VN.02,     2021-01-01, 2026-11-22, false, false",
        "VN.08,     VN.99,     2021-01-01, 2026-11-22, false, false",
        "VN.99,     VN.99,     2021-01-01, 2026-11-22, false, false",
    })
    void whoMayActForWhom(
            String caller, String target, LocalDate anchor, LocalDate today, boolean acts, boolean decides) {
        assertThat(REGIONS.actsFor(caller, target, anchor, today)).as("acts").isEqualTo(acts);
        assertThat(REGIONS.decidesFor(caller, target, anchor, today))
                .as("decides")
                .isEqualTo(decides);
    }

    @Test
    void guardiansAreTheUnitTheUnitsAboveItAndAllTheirSuccessors() {
        assertThat(guardians("VN.02")).containsExactlyInAnyOrder("VN.02", "VN.08@2025-07-01");
        assertThat(guardians("VN.08")).containsExactlyInAnyOrder("VN.08", "VN.08@2025-07-01");
        assertThat(guardians("VN.033")).containsExactlyInAnyOrder("VN.033", "VN.02", "VN.08@2025-07-01");
        assertThat(guardians("VN.00928"))
                .containsExactlyInAnyOrder("VN.00928", "VN.030", "VN.02", "VN.00928@2025-07-01", "VN.08@2025-07-01");
        assertThat(guardians("CN.532600")).containsExactlyInAnyOrder("CN.532600", "CN.530000");
        assertThat(guardians("VN")).containsExactly("VN");
        assertThat(REGIONS.guardians(REGIONS.history("VN.08").get(1))).containsExactly("VN.08@2025-07-01");
    }

    /** The reach of a caller is found here from above, down to what it holds; the list finds guardians from below. */
    @Test
    void guardiansAndAuthorityAndReachAreOneRelation() {
        Map<String, Set<String>> held = heldBy();
        List<String> callers = Stream.concat(
                        Stream.of(
                                "VN",
                                "CN",
                                "VN.02",
                                "VN.08",
                                "VN.10",
                                "VN.15",
                                "VN.033",
                                "VN.030",
                                "VN.00928",
                                "VN.01"),
                        Stream.of("CN.530000", "CN.532600", "CN.532624", "XA.01", "XA.02", "XA.011", "XA.01101", "RU"))
                .toList();
        List<Region> all = Stream.concat(REGIONS.all(), REGIONS.all("XA")).toList();
        List<Region> targets = Stream.concat(
                        IntStream.iterate(0, at -> at < all.size(), at -> at + 61)
                                .mapToObj(all::get),
                        callers.stream().flatMap(code -> REGIONS.history(code).stream()))
                .toList();
        int allowed = 0;
        for (LocalDate today : List.of(MERGER.minusDays(1), MERGER, MERGER.plusYears(1))) {
            for (String callerCode : callers) {
                Region caller = REGIONS.latest(callerCode, today).orElseThrow();
                Set<String> reach = reach(caller, held);
                for (Region target : targets) {
                    LocalDate anchor = target.validTo() == null ? MERGER : target.validTo();
                    boolean acts = REGIONS.actsFor(callerCode, target.code(), anchor, today);
                    assertThat(acts)
                            .as("%s for %s, asked on %s", caller.key(), target.key(), today)
                            .isEqualTo(REGIONS.guardians(target).contains(caller.key()))
                            .isEqualTo(reach.contains(target.key()));
                    allowed += acts ? 1 : 0;
                }
            }
        }
        assertThat(allowed).as("allowed pairs in the sample").isGreaterThan(100);
    }

    private static Set<String> guardians(String oldestOf) {
        return REGIONS.guardians(REGIONS.history(oldestOf).get(0));
    }

    /** For each unit the keys of the units directly inside it and of those that it directly succeeded. */
    private static Map<String, Set<String>> heldBy() {
        List<Region> all = Stream.concat(REGIONS.all(), REGIONS.all("XA")).toList();
        Map<String, List<Region>> byCode = all.stream().collect(Collectors.groupingBy(Region::code));
        Map<String, Set<String>> held = new HashMap<>();
        for (Region unit : all) {
            LocalDate last = unit.validTo() == null ? LocalDate.of(9999, 12, 31) : unit.validTo();
            byCode.getOrDefault(String.valueOf(unit.parent()), List.of()).stream()
                    .filter(parent -> parent.validOn(last) && parent.level() != RegionLevel.COUNTRY)
                    .forEach(parent -> held.computeIfAbsent(parent.key(), key -> new HashSet<>())
                            .add(unit.key()));
            unit.successors().stream()
                    .flatMap(code -> byCode.get(code).stream())
                    .filter(successor -> successor.validOn(last.plusDays(1)))
                    .forEach(successor -> held.computeIfAbsent(successor.key(), key -> new HashSet<>())
                            .add(unit.key()));
        }
        return held;
    }

    private static Set<String> reach(Region caller, Map<String, Set<String>> held) {
        Set<String> reach = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(caller.key()));
        while (!waiting.isEmpty()) {
            String key = waiting.remove();
            if (reach.add(key)) {
                waiting.addAll(held.getOrDefault(key, Set.of()));
            }
        }
        return reach;
    }

    @ParameterizedTest
    @CsvSource({
        "VN.02,            2025-06-30, false",
        "VN.02,            2025-07-01, true",
        "VN.08,            2025-07-01, true",
        "VN.08@2025-07-01, 2025-07-01, false",
        // nobody recorded who stands for a district
        "VN.033,           2025-07-01, false",
        "XX.1,             2025-07-01, false",
        "*,                2025-07-01, false",
    })
    void a_unit_is_succeeded_once_it_is_closed_and_others_took_its_place(
            String key, LocalDate today, boolean succeeded) {
        assertThat(REGIONS.isSucceeded(key, today)).isEqualTo(succeeded);
    }
}
