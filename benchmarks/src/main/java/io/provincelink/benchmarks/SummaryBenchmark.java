package io.provincelink.benchmarks;

import io.provincelink.testing.trade.FictionalGates;
import io.provincelink.testing.trade.TradeGenerator;
import io.provincelink.testing.trade.TradePlan;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Summaries over HTTP from services that hold five years of two sides' reports, each with its own PostgreSQL and another number of
 * figures. They are asked in turns, so that what slows the machine for a while slows all of them.
 */
final class SummaryBenchmark {

    private static final int YEARS = 5;
    private static final int WARM = 2000;
    private static final int ROUNDS = 20;
    private static final int CALLS = 50;

    private static final List<String> GROUPINGS = List.of("year,flow", "chapter", "gate", "month,flow", "gate,chapter");

    private final Path root;
    private final Path work;

    SummaryBenchmark(Path root, Path work) {
        this.root = root;
        this.work = work;
    }

    /** @param sizes how many figures each service holds */
    void run(List<Long> sizes) throws Exception {
        List<Holding> holdings = new ArrayList<>();
        try {
            for (long rows : sizes) {
                Holding holding = new Holding(rows);
                holdings.add(holding);
                holding.fill();
            }
            for (Holding holding : holdings) {
                for (String grouping : GROUPINGS) {
                    holding.ask(grouping, WARM);
                }
            }
            System.out.printf(
                    "%-14s %12s %12s %12s %12s%n", "groupBy", "figures", "in service", "median call", "p95 call");
            for (String grouping : GROUPINGS) {
                measure(holdings, grouping);
            }
            for (Holding holding : holdings) {
                System.out.printf(
                        "with %,d figures the service held at most %d MiB, its heap being limited to %d%n",
                        holding.rows, holding.service.peakMib(), TradeService.HEAP_MIB);
            }
        } finally {
            for (Holding holding : holdings) {
                holding.close();
            }
        }
    }

    private static void measure(List<Holding> holdings, String grouping) throws Exception {
        Map<Holding, Asked> asked = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Holding holding : holdings) {
                asked.merge(holding, holding.ask(grouping, CALLS), Asked::and);
            }
        }
        asked.forEach((holding, all) -> System.out.printf(
                "%-14s %,12d %12.2f %12.2f %12.2f%n",
                grouping,
                holding.rows,
                all.inService * 1000 / all.calls.length,
                Stopwatch.median(all.calls) * 1000,
                Stopwatch.quantile(0.95, all.calls) * 1000));
    }

    /**
     * What some calls took, in seconds.
     *
     * @param calls each as the client sees it, from asking to the answer's last byte
     * @param inService all of them together, as the service sees it
     */
    private record Asked(double[] calls, double inService) {

        Asked and(Asked more) {
            double[] all = DoubleStream.concat(Arrays.stream(calls), Arrays.stream(more.calls))
                    .toArray();
            return new Asked(all, inService + more.inService);
        }
    }

    /** A service with its figures. */
    private final class Holding implements AutoCloseable {

        private final long rows;
        private final Database database;
        private final TradeService service;

        Holding(long rows) throws Exception {
            this.rows = rows;
            this.database = new Database();
            this.service = new TradeService(root, work.resolve("trade-service-" + rows + ".log"), database);
        }

        void fill() throws Exception {
            for (String gate : FictionalGates.codes()) {
                service.recordGate(TradePlan.A, FictionalGates.draft(gate));
            }
            long ofFile = rows / YEARS / 2;
            for (int year = 0; year < YEARS; year++) {
                TradePlan plan = TradePlan.of(TradePlan.A, YearMonth.of(2016 + year, 1), 12, ofFile);
                load(plan);
                load(plan.mirrored());
            }
            long held = database.number(Database.SERVICE, "select count(*) from trade_figure");
            if (held != ofFile * YEARS * 2) {
                throw new IllegalStateException(held + " figures instead of " + ofFile * YEARS * 2);
            }
        }

        private void load(TradePlan plan) throws Exception {
            Path file = work.resolve("figures.csv");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                new TradeGenerator(plan).write(out);
            }
            String status = service.load(plan.reporter(), file).path("status").asText();
            if (!status.equals("DONE")) {
                throw new IllegalStateException("the load ended as " + status);
            }
        }

        Asked ask(String grouping, int calls) throws Exception {
            String address =
                    "/api/v1/trade-summary?reporter=XA.01&partner=XB.010100&period=2016/2020&groupBy=" + grouping;
            HttpRequest question = service.question(address, TradePlan.A);
            double before = service.secondsSpent("/trade-summary");
            double[] seconds = new double[calls];
            for (int call = 0; call < calls; call++) {
                seconds[call] = Stopwatch.time(() -> service.ask(question)).seconds();
            }
            double spent = service.secondsSpent("/trade-summary") - before;
            if (spent <= 0) {
                throw new IllegalStateException("the service's metrics do not tell of its summaries");
            }
            return new Asked(seconds, spent);
        }

        @Override
        public void close() throws Exception {
            try (database) {
                service.close();
            }
        }
    }
}
