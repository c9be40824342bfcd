package io.provincelink.trade.reconciliation;

import io.provincelink.trade.statistic.MonthRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a reader must know of two reports that are compared. */
final class Remarks {

    private Remarks() {}

    static List<Remark> of(MirrorReport exports, MirrorReport imports) {
        List<Remark> remarks = new ArrayList<>();
        List<MirrorReport> both = List.of(exports, imports);
        add(
                remarks,
                Remark.Code.NOTHING_REPORTED,
                codes(both, report -> report.isEmpty() && report.leftOut().isEmpty()));
        add(remarks, Remark.Code.LEFT_OUT, leftOut(both));
        boolean comparable = !exports.isEmpty() && !imports.isEmpty();
        if (comparable && !exports.attributions().equals(imports.attributions())) {
            add(remarks, Remark.Code.DIFFERENT_ATTRIBUTION, attributions(both));
        }
        if (comparable) {
            add(remarks, Remark.Code.DIFFERENT_MONTHS, monthsOfOne(exports, imports));
        }
        if (comparable
                && exports.valuations().size() == 1
                && exports.valuations().equals(imports.valuations())) {
            add(
                    remarks,
                    Remark.Code.SAME_VALUATION,
                    exports.valuations().stream().map(Enum::name).toList());
        }
        Set<String> others = new TreeSet<>(exports.otherCurrencies());
        others.addAll(imports.otherCurrencies());
        add(remarks, Remark.Code.OTHER_CURRENCIES, List.copyOf(others));
        add(remarks, Remark.Code.ESTIMATED, codes(both, MirrorReport::isEstimated));
        add(remarks, Remark.Code.PROVISIONAL, codes(both, MirrorReport::isProvisional));
        return remarks;
    }

    /** Nothing to say where it is about nothing. */
    private static void add(List<Remark> remarks, Remark.Code code, List<String> about) {
        if (!about.isEmpty()) {
            remarks.add(Remark.of(code, about));
        }
    }

    private static List<String> codes(List<MirrorReport> reports, Predicate<MirrorReport> which) {
        return reports.stream()
                .filter(which)
                .map(report -> report.party().code())
                .toList();
    }

    private static List<String> attributions(List<MirrorReport> reports) {
        return reports.stream()
                .flatMap(report -> report.attributions().stream()
                        .map(attribution -> report.party().code() + ": " + attribution))
                .toList();
    }

    private static List<String> leftOut(List<MirrorReport> reports) {
        return reports.stream()
                .flatMap(report -> report.leftOut().stream()
                        .map(months -> report.party().code() + ": " + months.from() + "/" + months.to()))
                .toList();
    }

    private static List<String> monthsOfOne(MirrorReport one, MirrorReport other) {
        return Stream.concat(
                        one.months().stream().filter(month -> !other.tells(month)),
                        other.months().stream().filter(month -> !one.tells(month)))
                .sorted()
                .map(month -> new MonthRange(month, 1).from())
                .toList();
    }
}
