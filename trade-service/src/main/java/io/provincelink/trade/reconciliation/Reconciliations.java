package io.provincelink.trade.reconciliation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.indicator.Sides;
import io.provincelink.trade.reconciliation.ReconciliationQuery.Party;
import io.provincelink.trade.reconciliation.ReconciliationQuery.Question;
import io.provincelink.trade.summary.SumQuestion;
import io.provincelink.trade.summary.TradeGrouping;
import io.provincelink.trade.summary.TradeSum;
import io.provincelink.trade.summary.TradeSums;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Asks for what both sides report, and compares it. */
@Singleton
public class Reconciliations {

    private final TradeSums sums;
    private final Gates gates;

    public Reconciliations(TradeSums sums, Gates gates) {
        this.sums = sums;
        this.gates = gates;
    }

    /**
     * The comparison, both ways.
     *
     * @throws ProblemException 409 where one side's figures of a flow are of several attributions
     */
    Reconciliation of(Caller caller, Question question) {
        Yardstick yardstick = question.yardstick();
        return new Reconciliation(
                question.a().code(),
                question.b().code(),
                question.period(),
                question.by().word(),
                yardstick.factor(),
                yardstick.agree(),
                yardstick.currency(),
                question.sums().regimes().stream().sorted().toList(),
                question.sums().asOf(),
                List.of(
                        flow(caller, question, question.a(), question.b()),
                        flow(caller, question, question.b(), question.a())));
    }

    /** Goods from one party to the other. */
    private MirrorFlow flow(Caller caller, Question question, Party from, Party to) {
        MirrorReport exports = report(caller, question, sides(caller, question, from, to), Flow.EXPORT, from);
        MirrorReport imports = report(caller, question, sides(caller, question, to, from), Flow.IMPORT, to);
        Mirror mirror =
                new Mirror(exports.groups(), imports.groups(), question.yardstick(), gate -> gates.code(caller, gate));
        List<Contribution> groups = mirror.contributions();
        List<Contribution> shown = groups.subList(0, Math.min(question.limit(), groups.size()));
        List<Contribution> further = groups.subList(shown.size(), groups.size());
        return new MirrorFlow(
                exports.side(),
                imports.side(),
                mirror.total(),
                mirror.grossGap(groups),
                shown,
                further.size(),
                mirror.grossGap(further),
                Remarks.of(exports, imports));
    }

    private MirrorReport report(Caller caller, Question question, Sides sides, Flow flow, Party reporter) {
        SumQuestion asked = SumQuestion.of(sides.reporters(), sides.partners(), question.period())
                .regimes(question.sums().regimes())
                .asOf(question.sums().asOf())
                .flows(Set.of(flow))
                .attribution(reporter.attribution());
        String currency = question.yardstick().currency();
        Period period = question.period();
        // no figure reaches beyond its year
        Period years = Period.years(period.from().getYear(), period.to().getYear());
        List<TradeSum> everything = sums.byValuation(caller, asked.period(years).by(TradeGrouping.MONTH));
        List<TradeSum> groups =
                sums.byValuation(caller, asked.by(question.by().sums()).currencies(Set.of(currency)));
        MirrorReport report = new MirrorReport(reporter, period, everything, groups, currency);
        report.requireOneAttribution();
        return report;
    }

    /** Codes of the units whose reports count for the one party, and of those on which they report for the other. */
    private static Sides sides(Caller caller, Question question, Party reporter, Party partner) {
        Set<String> reporters = new TreeSet<>();
        Set<String> partners = new TreeSet<>();
        for (String one : reporter.codes()) {
            for (String other : partner.codes()) {
                Sides sides = Sides.of(new Cooperation(List.of(one, other), question.period()), caller.regions());
                reporters.addAll(sides.reporters());
                partners.addAll(sides.partners());
            }
        }
        return new Sides(reporters, partners);
    }
}
