package io.provincelink.trade.figure;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.record.change.Change;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.statistic.Place;
import io.provincelink.trade.statistic.StatisticKey;
import io.provincelink.trade.statistic.StatisticKey.Part;
import io.provincelink.trade.statistic.StatisticLog;
import io.provincelink.trade.statistic.StatisticTable;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

/** All trade figures, one by one. Everybody reads them, their reporter writes them. */
@Singleton
public class TradeFigures implements StatisticTable<TradeFigure, TradeFigureView> {

    static final String AS_OF = "asOf";

    private static final StatisticKey KEY = StatisticKey.of(
            Part.number("period"),
            Part.number("reporter"),
            Part.number("partner"),
            Part.number("flow"),
            Part.number("gate"),
            Part.number("regime"),
            Part.number("hs"),
            Part.number("months"),
            Part.text("currency"));

    private static final String COLUMNS =
            "r.period, r.months, r.reporter, r.partner, r.flow, r.gate, r.regime, r.hs, r.currency,"
                    + " r.hs_edition, r.value, r.net_grams, r.status, r.attribution, r.valuation, r.revision, v.at";

    private static final String SAME_GOODS = " r.reporter = :reporter and r.partner = :partner and r.flow = :flow"
            + " and r.gate = :gate and r.regime = :regime and r.hs = :hs and r.currency = :currency";

    private static final String THIS = " where r.period = :period and r.months = :count and" + SAME_GOODS;

    /**
     * A range never leaves its year, so whatever shares a month with it begins between January and its last month. Named one by
     * one, these are a dozen steps into the index; as a range they would be a walk through months of figures.
     */
    private static final String OF_THE_SAME_MONTHS = "select r.period, r.months from trade_figure r"
            + " where r.period = any(:beginnings) and r.period + r.months > :first and" + SAME_GOODS;

    private static final String INSERT = """
            insert into trade_figure (value, net_grams, period, hs, revision, reporter, partner, flow, gate, regime, months,
                                      status, attribution, valuation, hs_edition, currency)
            values (:value, :netGrams, :period, :hs, :revision, :reporter, :partner, :flow, :gate, :regime, :count,
                    :status, :attribution, :valuation, :edition, :currency)
            """;

    private static final String SUPERSEDE =
            "insert into trade_figure_superseded select r.*, :revision from trade_figure r" + THIS;

    private static final String UPDATE =
            "update trade_figure r set value = :value, net_grams = :netGrams, status = :status,"
                    + " attribution = :attribution, valuation = :valuation, revision = :revision" + THIS;

    /** Waits for two seconds at most; what is locked after this has all the time that it takes. */
    private static final String LOCK = """
            with patience as materialized (select set_config('lock_timeout', '2s', true)),
                 locked as materialized (
                     select pg_advisory_xact_lock(hashtextextended('trade_figure' || :reporter, 0)) from patience)
            select set_config('lock_timeout', '0', true) from locked
            """;

    private static final int RETRY_AFTER_SECONDS = 30;

    private static final String ADD_TO_SUMS =
            SumStatements.add("select :sign as sign, " + SumStatements.COLUMNS + " from trade_figure r" + THIS);

    private final RecordStore store;
    private final StatisticLog log;
    private final TraderNumbers traders;
    private final Gates gates;
    private final Revisions revisions;

    public TradeFigures(RecordStore store, StatisticLog log, TraderNumbers traders, Gates gates, Revisions revisions) {
        this.store = store;
        this.log = log;
        this.traders = traders;
        this.gates = gates;
        this.revisions = revisions;
    }

    @Override
    public TradeFigureView view(Caller caller, TradeFigure figure) {
        return TradeFigureView.of(figure, gates.code(caller, figure.key().gate()));
    }

    @Override
    public List<TradeFigure> list(Caller caller, Filter filter, PageRequest page) {
        Instant asOf = (Instant) filter.parameters().get(AS_OF);
        String sql = "select " + COLUMNS + " from " + FigureRows.of(asOf) + KEY.where(filter, page.after());
        var query = session().createNativeQuery(sql, Object[].class);
        KEY.fill(query, filter, page.after());
        // all of them first: the name of a trader may have to be asked for, on the same connection
        return query.setMaxResults(page.fetch()).getResultList().stream()
                .map(row -> figure(caller, row))
                .toList();
    }

    @Override
    public TradeFigure get(Caller caller, String id) {
        return get(caller, id, null);
    }

    /**
     * The figure as it was known at a moment.
     *
     * @param asOf null for now
     * @throws ProblemException 404 when it was not known then
     */
    public TradeFigure get(Caller caller, String id, @Nullable Instant asOf) {
        return key(id).flatMap(key -> find(caller, key, asOf)).orElseThrow(ProblemException::notFound);
    }

    @Override
    public long version(Caller caller, String id) {
        return version(caller, id, null);
    }

    /** @throws ProblemException 404 when it was not known at that moment */
    public long version(Caller caller, String id, @Nullable Instant asOf) {
        return get(caller, id, asOf).version();
    }

    @Override
    public TradeFigure add(Caller caller, TradeFigure figure) {
        requireReporter(caller, figure);
        lock(figure.reporter());
        rival(figure.key()).ifPresent(other -> {
            throw ProblemException.alreadyExists(address(other));
        });
        TradeFigure added = figure.with(figure.values(), begin(caller));
        bind(values(bind(session().createNativeMutationQuery(INSERT), added.key()), added), added.revision())
                .setParameter("edition", Objects.requireNonNullElse(added.hsEdition(), 0))
                .executeUpdate();
        addToSums(added.key(), 1);
        return logged(caller, Change.Op.CREATED, added);
    }

    @Override
    public TradeFigure getToRevise(Caller caller, String id) {
        TradeFigure figure = get(caller, id);
        requireReporter(caller, figure);
        lock(figure.reporter());
        return get(caller, id);
    }

    /** Replaces values, keeps the old ones, and tells the change log. */
    TradeFigure revise(Caller caller, TradeFigure figure, TradeFigure.Values values) {
        requireReporter(caller, figure);
        TradeFigure revised = figure.with(values, begin(caller));
        addToSums(revised.key(), -1);
        bind(bind(session().createNativeMutationQuery(SUPERSEDE), revised.key()), revised.revision())
                .executeUpdate();
        bind(values(bind(session().createNativeMutationQuery(UPDATE), revised.key()), revised), revised.revision())
                .executeUpdate();
        addToSums(revised.key(), 1);
        dropEmptySums(revised.key());
        return logged(caller, Change.Op.UPDATED, revised);
    }

    @Override
    public String address(TradeFigure figure) {
        return address(figure.key());
    }

    private static String address(FigureKey key) {
        return "/api/v1/trade-figures/" + key.id();
    }

    /** Known from its end on, which {@link #logged} tells. */
    private TradeFigure.Revision begin(Caller caller) {
        return new TradeFigure.Revision(revisions.begin(caller, null), Instant.EPOCH);
    }

    private TradeFigure logged(Caller caller, Change.Op op, TradeFigure written) {
        int number = written.revision().number();
        TradeFigure figure =
                written.with(written.values(), new TradeFigure.Revision(number, revisions.close(caller, number)));
        log.append(caller, op, figure, view(caller, figure));
        return figure;
    }

    /** A figure on the same goods in one of the same months: the same key, or a part or a whole of it that would be counted twice. */
    private Optional<FigureKey> rival(FigureKey key) {
        MonthRange months = key.months();
        return bindGoods(session().createNativeQuery(OF_THE_SAME_MONTHS, Object[].class), key)
                .setParameter(
                        "beginnings",
                        IntStream.rangeClosed(months.january(), months.last())
                                .boxed()
                                .toArray(Integer[]::new))
                .setParameter("first", months.first())
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(row -> key.in(new MonthRange(number(row[0]), number(row[1]))));
    }

    private Optional<TradeFigure> find(Caller caller, FigureKey key, @Nullable Instant asOf) {
        String sql = "select " + COLUMNS + " from " + FigureRows.of(asOf) + THIS;
        var query = bind(session().createNativeQuery(sql, Object[].class), key);
        if (asOf != null) {
            query.setParameter(AS_OF, asOf);
        }
        return query.uniqueResultOptional().map(row -> figure(caller, row));
    }

    private TradeFigure figure(Caller caller, Object[] row) {
        FigureKey key = new FigureKey(
                new MonthRange(number(row[0]), number(row[1])),
                (short) number(row[2]),
                (short) number(row[3]),
                Place.read(Flow.class, row[4]),
                (short) number(row[5]),
                Place.read(Regime.class, row[6]),
                number(row[7]),
                (String) row[8]);
        int edition = number(row[9]);
        long netGrams = ((Number) row[11]).longValue();
        return new TradeFigure(
                key,
                traders.code(caller, key.reporter()),
                traders.code(caller, key.partner()),
                edition == 0 ? null : edition,
                new TradeFigure.Values(
                        ((Number) row[10]).longValue(),
                        netGrams < 0 ? null : netGrams,
                        Place.read(FigureStatus.class, row[12]),
                        Place.read(Attribution.class, row[13]),
                        Place.read(Valuation.class, row[14])),
                new TradeFigure.Revision(number(row[15]), (Instant) row[16]));
    }

    /**
     * Writers of one reporter's figures wait for each other: the unique key alone would let two overlapping ranges in.
     *
     * @throws ProblemException 503 where a load has the lock, for minutes perhaps: who waits keeps a connection from all others
     */
    private void lock(String reporter) {
        try {
            session()
                    .createNativeQuery(LOCK, String.class)
                    .setParameter("reporter", reporter)
                    .getSingleResult();
        } catch (PersistenceException refused) {
            if (!isLockTimeout(refused)) {
                throw refused;
            }
            throw ProblemException.of(FigureProblem.FIGURES_BUSY, reporter, RETRY_AFTER_SECONDS)
                    .with("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
        }
    }

    private static boolean isLockTimeout(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "55P03".equals(sql.getSQLState());
            }
        }
        return false;
    }

    private void addToSums(FigureKey key, int sign) {
        bind(session().createNativeMutationQuery(ADD_TO_SUMS), key)
                .setParameter("sign", sign)
                .executeUpdate();
    }

    private void dropEmptySums(FigureKey key) {
        session()
                .createNativeMutationQuery(SumStatements.DROP_EMPTY)
                .setParameter("reporter", key.reporter())
                .setParameter("partners", new Integer[] {(int) key.partner()})
                .setParameter("months", new Integer[] {key.months().first()})
                .executeUpdate();
    }

    private static <Q extends CommonQueryContract> Q bind(Q query, FigureKey key) {
        bindGoods(query, key);
        query.setParameter("period", key.months().first());
        query.setParameter("count", key.months().count());
        return query;
    }

    private static <Q extends CommonQueryContract> Q bindGoods(Q query, FigureKey key) {
        query.setParameter("reporter", key.reporter());
        query.setParameter("partner", key.partner());
        query.setParameter("flow", Place.of(key.flow()));
        query.setParameter("gate", key.gate());
        query.setParameter("regime", Place.of(key.regime()));
        query.setParameter("hs", key.hs());
        query.setParameter("currency", key.currency());
        return query;
    }

    private static <Q extends CommonQueryContract> Q bind(Q query, TradeFigure.Revision revision) {
        query.setParameter("revision", revision.number());
        return query;
    }

    private static <Q extends CommonQueryContract> Q values(Q query, TradeFigure figure) {
        TradeFigure.Values values = figure.values();
        query.setParameter("value", values.value());
        query.setParameter("netGrams", Objects.requireNonNullElse(values.netGrams(), -1L));
        query.setParameter("status", Place.of(values.status()));
        query.setParameter("attribution", Place.of(values.attribution()));
        query.setParameter("valuation", Place.of(values.valuation()));
        return query;
    }

    private static void requireReporter(Caller caller, TradeFigure figure) {
        caller.requireActsFor(figure.reporter(), figure.months().firstDay());
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    private static Optional<FigureKey> key(String id) {
        return StatisticKey.id(id).flatMap(FigureKey::of);
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
