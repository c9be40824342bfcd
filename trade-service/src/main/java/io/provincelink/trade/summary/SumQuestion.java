package io.provincelink.trade.summary;

import io.provincelink.kit.words.Period;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.Regime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are added, and by what they are told apart. A filter that is empty does not filter.
 *
 * @param reporters codes of all units whose reports count
 * @param partners codes of all units on which they report
 * @param period figures whose months all lie in the months that it touches; null for those of all times
 * @param gates numbers of gates
 * @param regimes normal and border-resident trade where nothing else is said
 * @param hs chapters, or longer codes with those below them; a shorter code's own figure is not among those of a longer one
 * @param currencies ISO 4217 codes
 * @param asOf what was known then; null for what is known now
 */
public record SumQuestion(
        Collection<String> reporters,
        Collection<String> partners,
        @Nullable Period period,
        Set<Flow> flows,
        Set<Short> gates,
        Set<Regime> regimes,
        Set<String> hs,
        Set<String> currencies,
        @Nullable Attribution attribution,
        @Nullable Instant asOf,
        Set<TradeGrouping> by) {

    /** What is counted where nothing is said of regimes: goods that stay where they were sent. */
    public static final Set<Regime> USUAL = Set.of(Regime.NORMAL, Regime.BORDER_RESIDENT);

    /** Both flows in normal and border-resident trade, in all currencies, as is known now, in one sum. */
    public static SumQuestion of(Collection<String> reporters, Collection<String> partners, @Nullable Period period) {
        return new SumQuestion(
                reporters, partners, period, Set.of(), Set.of(), USUAL, Set.of(), Set.of(), null, null, Set.of());
    }

    public SumQuestion by(TradeGrouping... groupings) {
        return by(Arrays.asList(groupings));
    }

    public SumQuestion by(Collection<TradeGrouping> groupings) {
        Set<TradeGrouping> told = EnumSet.noneOf(TradeGrouping.class);
        told.addAll(groupings);
        return new SumQuestion(
                reporters, partners, period, flows, gates, regimes, hs, currencies, attribution, asOf, told);
    }

    public SumQuestion period(@Nullable Period other) {
        return new SumQuestion(
                reporters, partners, other, flows, gates, regimes, hs, currencies, attribution, asOf, by);
    }

    public SumQuestion flows(Set<Flow> some) {
        return new SumQuestion(
                reporters, partners, period, some, gates, regimes, hs, currencies, attribution, asOf, by);
    }

    public SumQuestion gates(Set<Short> numbers) {
        return new SumQuestion(
                reporters, partners, period, flows, numbers, regimes, hs, currencies, attribution, asOf, by);
    }

    /** @param some none for the usual ones */
    public SumQuestion regimes(Set<Regime> some) {
        Set<Regime> counted = some.isEmpty() ? USUAL : some;
        return new SumQuestion(
                reporters, partners, period, flows, gates, counted, hs, currencies, attribution, asOf, by);
    }

    public SumQuestion hs(Set<String> codes) {
        return new SumQuestion(
                reporters, partners, period, flows, gates, regimes, codes, currencies, attribution, asOf, by);
    }

    public SumQuestion currencies(Set<String> some) {
        return new SumQuestion(reporters, partners, period, flows, gates, regimes, hs, some, attribution, asOf, by);
    }

    public SumQuestion attribution(@Nullable Attribution one) {
        return new SumQuestion(reporters, partners, period, flows, gates, regimes, hs, currencies, one, asOf, by);
    }

    public SumQuestion asOf(@Nullable Instant moment) {
        return new SumQuestion(
                reporters, partners, period, flows, gates, regimes, hs, currencies, attribution, moment, by);
    }

    /**
     * The moment whose knowledge the answer is.
     *
     * @param lastKnown when the last figure became known; null before the first
     */
    public @Nullable Instant knownAt(@Nullable Instant lastKnown) {
        // a day is meant to its end, which for today is still to come
        return asOf != null && lastKnown != null && asOf.isBefore(lastKnown) ? asOf : lastKnown;
    }

    boolean tells(TradeGrouping grouping) {
        return by.contains(grouping);
    }

    /** Whether gates must be told apart to answer. */
    boolean needsGates() {
        return !gates.isEmpty() || tells(TradeGrouping.GATE);
    }

    /** Whether chapters must be told apart to answer. */
    boolean needsChapters() {
        return !hs.isEmpty() || tells(TradeGrouping.CHAPTER);
    }

    /** Whether only the figures themselves tell: sums are of what is known now, and no finer than a chapter. */
    boolean needsFigures() {
        return asOf != null || hs.stream().anyMatch(code -> code.length() > 2);
    }

    List<Integer> chapters() {
        return hs.stream().map(Integer::valueOf).sorted().toList();
    }
}
