package io.provincelink.agreements.coordination;

import io.provincelink.agreements.assistance.MoneyTotal;
import io.provincelink.agreements.coordination.AssistanceSummary.Group;
import io.provincelink.agreements.coordination.AssistanceSummaryQuery.Question;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Text;
import io.provincelink.record.observation.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the answer out of what the database said; no figure is computed here but the shares. */
final class SummaryReport {

    /** Of the total and of each group, by key. */
    private record Part(boolean total, @Nullable String key) {}

    private final Question question;
    private final Regions regions;
    private final Set<String> asked;
    private final Function<String, @Nullable Text> organisation;
    private final Map<Part, List<SummaryRow>> rows = new LinkedHashMap<>();
    private final Map<Part, Set<String>> programmes = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    /** @param organisation its name by id, null where the caller may not see it */
    SummaryReport(Question question, Caller reader, Function<String, @Nullable Text> organisation) {
        this.question = question;
        this.regions = reader.regions();
        this.asked = asked(question, reader.regions(), reader.today());
        this.organisation = organisation;
    }

    SummaryReport rows(List<SummaryRow> found) {
        found.forEach(row -> rows.computeIfAbsent(new Part(row.total(), row.key()), any -> new ArrayList<>())
                .add(row));
        rows.keySet().removeIf(part -> !part.total() && !isHere(part.key()));
        return this;
    }

    /** @param found total, key, programme */
    SummaryReport programmes(List<Object[]> found) {
        found.forEach(row -> programmes
                .computeIfAbsent(new Part((Boolean) row[0], (String) row[1]), any -> new HashSet<>())
                .add((String) row[2]));
        return this;
    }

    /** @param found id and code of programmes that may be named by either */
    SummaryReport names(List<Object[]> found) {
        for (Object[] name : found) {
            Set<String> both = Set.of((String) name[0], (String) name[1]);
            both.forEach(one -> names.put(one, both));
        }
        return this;
    }

    /** Keys of the groups, as far as they have one. */
    List<String> keys() {
        return rows.keySet().stream()
                .filter(part -> !part.total())
                .map(Part::key)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Codes of the regions that published figures may be about. */
    List<String> codes() {
        Set<String> codes = new HashSet<>();
        if (question.region() != null) {
            codes.add(question.region());
        }
        if (question.grouping() == SummaryGrouping.REGION) {
            keys().forEach(key -> codes.add(RegionKeys.code(key)));
        }
        return List.copyOf(codes);
    }

    AssistanceSummary summary(List<Observation> published) {
        List<Group> groups = rows.entrySet().stream()
                .filter(part -> !part.getKey().total())
                .map(part -> group(part.getKey(), part.getValue(), published))
                .sorted(order())
                .toList();
        boolean truncated = groups.size() > AssistanceSummaries.MOST_GROUPS;
        Part all = new Part(true, null);
        return new AssistanceSummary(
                question.grouping().word(),
                question.grouping() == SummaryGrouping.REGION ? question.level() : null,
                question.grouping() != SummaryGrouping.ORGANISATION,
                truncated ? groups.subList(0, AssistanceSummaries.MOST_GROUPS) : groups,
                truncated,
                group(all, rows.getOrDefault(all, List.of()), published));
    }

    private Comparator<Group> order() {
        Comparator<Group> byKey = Comparator.comparing(Group::key, Comparator.nullsLast(Comparator.naturalOrder()));
        return question.grouping() == SummaryGrouping.YEAR
                ? byKey
                : Comparator.comparing(Group::projects).reversed().thenComparing(byKey);
    }

    private Group group(Part part, List<SummaryRow> said, List<Observation> published) {
        SummaryRow counts =
                said.stream().filter(row -> row.currency() == null).findFirst().orElse(null);
        Region unit = question.grouping() == SummaryGrouping.REGION ? unit(part.key()) : null;
        return new Group(
                unit == null ? part.key() : unit.code(),
                unit == null ? title(part.key()) : unit.name(),
                unit == null ? null : unit.validFrom(),
                counts == null ? 0 : counts.projects(),
                counts == null ? 0 : counts.collective(),
                counts == null ? 0 : counts.organisations(),
                said.stream()
                        .filter(row -> row.currency() != null)
                        .map(SummaryReport::money)
                        .toList(),
                AidFigures.of(published.stream()
                        .filter(figure -> isAbout(figure, part, unit))
                        .toList()));
    }

    private static MoneyTotal money(SummaryRow row) {
        String currency = Objects.requireNonNull(row.currency());
        return new MoneyTotal(
                currency,
                row.planned(),
                row.committed(),
                row.disbursed(),
                row.expended(),
                MoneyTotal.share(currency, row.disbursedOfPlan(), row.planned()));
    }

    private @Nullable Text title(@Nullable String key) {
        return key != null && question.grouping() == SummaryGrouping.ORGANISATION ? organisation.apply(key) : null;
    }

    private boolean isAbout(Observation figure, Part part, @Nullable Region unit) {
        String programme = figure.programme();
        if (programme != null) {
            Set<String> named = programmes.getOrDefault(part, Set.of());
            return names.getOrDefault(programme, Set.of(programme)).stream().anyMatch(named::contains);
        }
        if (part.total()) {
            return true;
        }
        // two units may have had the code one after the other; the figure is about the one of its anchor day
        return unit != null && figure.parties().contains(unit.code()) && unit.validOn(figure.anchor());
    }

    /** A project in several regions has groups elsewhere too, of which nobody asked. */
    private boolean isHere(@Nullable String key) {
        if (question.region() == null || question.grouping() != SummaryGrouping.REGION) {
            return true;
        }
        Region unit = unit(key);
        return unit != null
                && (question.around().contains(unit.code())
                        || regions.within(unit).stream().anyMatch(asked::contains));
    }

    /** The region that was asked for, and with rollup what stands for it today and what it took over. */
    private static Set<String> asked(Question question, Regions regions, LocalDate today) {
        Set<String> codes = new HashSet<>(question.taken());
        if (question.region() != null && question.rollsUp()) {
            regions.history(question.region())
                    .forEach(unit -> regions.current(unit, today).forEach(now -> codes.add(now.code())));
        }
        return codes;
    }

    private @Nullable Region unit(@Nullable String key) {
        return key == null ? null : RegionKeys.unit(regions, key).orElse(null);
    }

    /** All names of all programmes of the projects. */
    List<String> allProgrammes() {
        Set<String> all = new HashSet<>();
        programmes.values().forEach(all::addAll);
        new ArrayList<>(all).forEach(one -> all.addAll(names.getOrDefault(one, Set.of())));
        return List.copyOf(all);
    }
}
