package io.provincelink.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.trade.FictionalGates;
import io.provincelink.testing.trade.TradeGenerator;
import io.provincelink.testing.trade.TradePlan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/**
 * Validated loads into the live tables, sums included, beside {@code psql \copy} of the same file into a table with the file's columns and
 * the same key, on one PostgreSQL. The peer copies before and after each load, as a machine's speed changes while it works. Each round
 * loads a year of its own, then a file in which every figure is revised.
 */
final class LoadBenchmark {

    private static final int FIRST_YEAR = 2002;
    private static final int ALL = 1000;
    private static final int WARM_ROWS = 300_000;

    /** That sums are what the figures add up to, told from the tables themselves. */
    private static final String DIFFERENCES = """
            select count(*) from (
              select period, flow, gate, regime, hs / 100000 as chapter, sum(value) as value, count(*) as figures
                from trade_figure group by 1, 2, 3, 4, 5
              except
              select period, flow, gate, regime, chapter, sum(value), sum(figures)
                from trade_sum where grain = 0 group by 1, 2, 3, 4, 5) missing
            """;

    private final Path root;
    private final Path work;
    private final long rows;

    /** @param rows of each file */
    LoadBenchmark(Path root, Path work, long rows) {
        this.root = root;
        this.work = work;
        this.rows = rows;
    }

    void run(int rounds) throws Exception {
        double[] fresh = new double[rounds];
        double[] revised = new double[rounds];
        try (Database database = new Database();
                TradeService service = new TradeService(root, work.resolve("trade-service.log"), database)) {
            for (String gate : FictionalGates.codes()) {
                service.recordGate(TradePlan.A, FictionalGates.draft(gate));
            }
            warm(service);
            System.out.printf("%-8s %-10s %12s %12s %8s%n", "round", "file", "psql rows/s", "load rows/s", "ratio");
            for (int round = 0; round < rounds; round++) {
                TradePlan plan = TradePlan.of(TradePlan.A, YearMonth.of(FIRST_YEAR + round, 1), 12, rows);
                fresh[round] = compare(round, "fresh", plan, service, database);
                revised[round] = compare(round, "revised", plan.revised(ALL), service, database);
            }
            System.out.printf(
                    "median ratio: fresh %.2f, revised %.2f; the service held at most %d MiB, its heap being limited to %d%n",
                    Stopwatch.median(fresh), Stopwatch.median(revised), service.peakMib(), TradeService.HEAP_MIB);
            long differences = database.number(Database.SERVICE, DIFFERENCES);
            if (differences != 0) {
                throw new IllegalStateException(differences + " sums are not what their figures add up to");
            }
        }
    }

    /** Runs what a Java process compiles while it runs, in a year that is not measured; psql comes compiled. */
    private void warm(TradeService service) throws Exception {
        TradePlan plan = TradePlan.of(TradePlan.A, YearMonth.of(FIRST_YEAR - 1, 1), 12, Math.min(rows, WARM_ROWS));
        for (TradePlan each : List.of(plan, plan.revised(ALL), plan)) {
            require(service.load(TradePlan.A, write(each)), "DONE");
        }
    }

    private double compare(int round, String name, TradePlan plan, TradeService service, Database database)
            throws Exception {
        Path file = write(plan);
        double before = new Psql(database).copy(file).seconds();
        double ours = Stopwatch.time(() -> require(service.load(TradePlan.A, file), "DONE"))
                .perSecond(rows);
        double after = new Psql(database).copy(file).seconds();
        double peer = rows / ((before + after) / 2);
        Files.delete(file);
        System.out.printf("%-8d %-10s %12.0f %12.0f %8.2f%n", round + 1, name, peer, ours, ours / peer);
        return ours / peer;
    }

    private Path write(TradePlan plan) throws IOException {
        Path file = work.resolve("figures.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new TradeGenerator(plan).write(out);
        }
        return file;
    }

    private static void require(JsonNode load, String status) {
        if (!load.path("status").asText().equals(status)) {
            throw new IllegalStateException("the load ended as " + load);
        }
    }
}
