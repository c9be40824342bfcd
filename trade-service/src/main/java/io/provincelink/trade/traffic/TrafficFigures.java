package io.provincelink.trade.traffic;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.statistic.StatisticKey;
import io.provincelink.trade.statistic.StatisticKey.Part;
import io.provincelink.trade.statistic.StatisticLog;
import io.provincelink.trade.statistic.Statistics;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** All traffic figures. Everybody reads them, their reporter writes them. */
@Singleton
public class TrafficFigures extends Statistics<TrafficFigure, TrafficFigureView> {

    /** The parameter that names the moment as of which figures are listed. */
    static final String AS_OF = "asOf";

    private static final StatisticKey KEY = StatisticKey.of(
            Part.number("period"),
            Part.number("kind"),
            Part.text("reporter"),
            Part.text("partner"),
            Part.number("gate"),
            Part.text("region"),
            Part.number("direction"));

    private static final String OF_THE_SAME_TRAFFIC = """
            select r.id from traffic_figure r
             where r.period = :period and r.kind = :kind and r.reporter = :reporter and r.partner = :partner
               and r.gate = :gate and r.region = :region and r.direction = any(:directions)
            """;

    // Where no partner is named, the gate tells with whom.
    private static final String SUMS = """
            select r.kind, r.period, sum(r.amount), bool_or(r.status = :estimated)
              from traffic_figure r
             where r.reporter = any(:reporters) and r.period between :first and :last
               and (r.partner = any(:partners)
                    or r.partner = '' and r.gate in (select g.number from gate g where g.within && :partners))
             group by r.kind, r.period
            """;

    private final Gates gates;

    public TrafficFigures(RecordStore store, StatisticLog log, Gates gates) {
        super(TrafficFigure.class, "traffic_figure", KEY, store, log);
        this.gates = gates;
    }

    @Override
    public TrafficFigureView view(Caller caller, TrafficFigure figure) {
        return TrafficFigureView.of(figure, gates.code(caller, figure.gate()));
    }

    @Override
    protected String rows(Caller caller, Filter filter) {
        return TrafficRows.of((Instant) filter.parameters().get(AS_OF));
    }

    /**
     * The figure as it was known at a moment.
     *
     * @throws ProblemException 404, also when nothing was known of it then
     */
    TrafficFigure get(Caller caller, String id, Instant asOf) {
        return StatisticKey.id(id)
                .flatMap(known -> query(
                                caller,
                                "select r.* from " + TrafficRows.of(asOf) + " r where r.id = :id",
                                TrafficFigure.class)
                        .setParameter("id", known)
                        .setParameter(AS_OF, asOf)
                        .setReadOnly(true)
                        .uniqueResultOptional())
                .orElseThrow(ProblemException::notFound);
    }

    @Override
    protected Optional<UUID> rival(Caller caller, TrafficFigure figure) {
        return query(caller, OF_THE_SAME_TRAFFIC, UUID.class)
                .setParameter("period", figure.months().first())
                .setParameter("kind", Place.of(figure.kind()))
                .setParameter("reporter", figure.reporter())
                .setParameter("partner", Objects.requireNonNullElse(figure.partner(), ""))
                .setParameter("gate", (int) figure.gate())
                .setParameter("region", Objects.requireNonNullElse(figure.region(), ""))
                .setParameter(
                        "directions",
                        Arrays.stream(Direction.values())
                                .filter(figure.direction()::overlaps)
                                .map(Place::of)
                                .toArray(Integer[]::new))
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    @Override
    protected void keepOld(Caller caller, TrafficFigure figure, Instant until) {
        copyOld(caller, figure, until, "amount, status");
    }

    /**
     * The figures of one kind and month together.
     *
     * @param estimated whether one of them is an estimate
     */
    public record Sum(TrafficKind kind, MonthRange month, BigDecimal count, boolean estimated) {}

    /**
     * Sums for each kind and month, of what the reporters report on the partners: by name, or by a gate that leads to them. All of it
     * adds up: a figure without gate or region is the part that is not broken down by gate or region, and what a unit reports leaves
     * out what a unit inside it reports. A total reported beside its parts would be counted twice.
     *
     * @param period figures whose month it touches
     */
    public List<Sum> sums(Caller caller, Collection<String> reporters, Collection<String> partners, Period period) {
        return query(caller, SUMS, Object[].class)
                .setParameter("estimated", Place.of(FigureStatus.ESTIMATED))
                .setParameter("reporters", reporters.toArray(String[]::new))
                .setParameter("partners", partners.toArray(String[]::new))
                .setParameter("first", MonthRange.number(period.from()))
                .setParameter("last", MonthRange.number(period.to()))
                .getResultStream()
                .map(row -> new Sum(
                        Place.read(TrafficKind.class, row[0]),
                        new MonthRange(((Number) row[1]).intValue(), 1),
                        (BigDecimal) row[2],
                        (Boolean) row[3]))
                .toList();
    }
}
