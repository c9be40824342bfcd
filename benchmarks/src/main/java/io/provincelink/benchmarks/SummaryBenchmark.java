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
import java.util.List;

/** Summaries over HTTP from a service that holds five years of two sides' reports, {@code rows} figures in all. */
final class SummaryBenchmark {

    private static final int YEARS = 5;
    private static final int CALLS = 300;
    private static final int WARM = 2000;

    private static final List<String> GROUPINGS = List.of("year,flow", "chapter", "gate", "month,flow", "gate,chapter");

    private final Path root;
    private final Path work;
    private final long rows;

    SummaryBenchmark(Path root, Path work, long rows) {
        this.root = root;
        this.work = work;
        this.rows = rows;
    }

    void run() throws Exception {
        try (Database database = new Database();
                TradeService service = new TradeService(root, work.resolve("trade-service.log"), database)) {
            for (String gate : FictionalGates.codes()) {
                service.recordGate(TradePlan.A, FictionalGates.draft(gate));
            }
            for (int year = 0; year < YEARS; year++) {
                TradePlan plan = TradePlan.of(TradePlan.A, YearMonth.of(2016 + year, 1), 12, rows / YEARS / 2);
                load(service, plan);
                load(service, plan.mirrored());
            }
            System.out.printf("%,d figures%n", database.number(Database.SERVICE, "select count(*) from trade_figure"));
            System.out.printf("%-14s %10s %10s%n", "groupBy", "median ms", "p95 ms");
            for (String grouping : GROUPINGS) {
                measure(service, grouping);
            }
            System.out.printf(
                    "the service held at most %d MiB, its heap being limited to %d%n",
                    service.peakMib(), TradeService.HEAP_MIB);
        }
    }

    private void load(TradeService service, TradePlan plan) throws Exception {
        Path file = work.resolve("figures.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new TradeGenerator(plan).write(out);
        }
        String status = service.load(plan.reporter(), file).path("status").asText();
        if (!status.equals("DONE")) {
            throw new IllegalStateException("the load ended as " + status);
        }
    }

    private static void measure(TradeService service, String grouping) throws Exception {
        String address = "/api/v1/trade-summary?reporter=XA.01&partner=XB.010100&period=2016/2020&groupBy=" + grouping;
        HttpRequest question = service.question(address, TradePlan.A);
        for (int call = 0; call < WARM; call++) {
            service.ask(question);
        }
        double[] milliseconds = new double[CALLS];
        for (int call = 0; call < CALLS; call++) {
            milliseconds[call] = Stopwatch.time(() -> service.ask(question)).seconds() * 1000;
        }
        System.out.printf(
                "%-14s %10.2f %10.2f%n",
                grouping, Stopwatch.median(milliseconds), Stopwatch.quantile(0.95, milliseconds));
    }
}
