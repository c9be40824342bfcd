package io.provincelink.testing.trade;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/**
 * Writes a file of made-up trade figures, ready to be loaded: rows in the order of the figures' key, in USD. The same plan gives the same
 * bytes. What the two sides report differs as it does in life:
 *
 * <ul>
 *   <li>imports are worth 5 to 15 % more than the same goods as exports: they are counted CIF, exports FOB
 *   <li>some goods arrive in the month after that in which they left
 *   <li>some are taken for others by the side that they reach
 *   <li>some figures are estimates, in whole thousands
 * </ul>
 */
public final class TradeGenerator {

    static final String HEADER = "period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,status\n";

    private static final int LATE = 16;
    private static final int MISTAKEN = 40;
    private static final int ESTIMATED = 29;
    private static final int UNWEIGHED = 41;
    private static final int CENTS_OF_THOUSAND = 100_000;

    private final TradePlan plan;
    private final boolean ofA;
    private final Values values;

    public TradeGenerator(TradePlan plan) {
        this.plan = plan;
        this.ofA = plan.reporter().equals(TradePlan.A);
        this.values = new Values(plan.seed());
    }

    /** Rows, months, seed, reporter, where to write to ({@code -} for standard output) and, if wanted, the first month. */
    public static void main(String... arguments) throws IOException {
        YearMonth from = arguments.length > 5 ? YearMonth.parse(arguments[5]) : YearMonth.of(2019, 1);
        TradePlan plan = TradePlan.of(arguments[3], from, Integer.parseInt(arguments[1]), Long.parseLong(arguments[0]))
                .seeded(Long.parseLong(arguments[2]));
        if (arguments[4].equals("-")) {
            new TradeGenerator(plan).write(System.out);
        } else {
            try (OutputStream out = Files.newOutputStream(Path.of(arguments[4]))) {
                new TradeGenerator(plan).write(out);
            }
        }
    }

    /** Writes the whole file; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        RowBuffer rows = new RowBuffer(out);
        rows.put(HEADER.getBytes(StandardCharsets.US_ASCII));
        for (int month = 0; month < plan.months(); month++) {
            writeMonth(month, rows);
        }
        rows.flush();
    }

    private void writeMonth(int month, RowBuffer rows) throws IOException {
        int groups = TradeLane.COUNT * Goods.CHAPTERS.length;
        long total = plan.rowsOf(month);
        for (TradeLane lane : TradeLane.ALL) {
            byte[] start = start(plan.from().plusMonths(month), lane);
            int group = lane.place(ofA) * Goods.CHAPTERS.length;
            for (int chapter : Goods.CHAPTERS) {
                // as evenly as whole numbers allow, so that every lane and chapter has some once there are enough
                int kinds = (int) (total * (group + 1) / groups - total * group / groups);
                for (int kind = 0; kind < kinds; kind++) {
                    rows.put(start);
                    writeRow(month, lane, new Kind(chapter, kind), rows);
                }
                group++;
            }
        }
    }

    /** Goods of one kind. */
    private record Kind(int chapter, int number) {}

    private byte[] start(YearMonth month, TradeLane lane) {
        String other = ofA ? TradePlan.B : TradePlan.A;
        String partner = lane.wholeCountry() ? other.substring(0, 2) : other;
        String gate = lane.gate() == 0 ? "" : FictionalGates.code(lane.gate());
        String flow = lane.isExport() ? "EXPORT" : "IMPORT";
        return (month + "," + plan.reporter() + "," + partner + "," + flow + "," + gate + "," + lane.regime() + ",")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void writeRow(int month, TradeLane lane, Kind kind, RowBuffer rows) throws IOException {
        long goods = values.goods(lane.way(ofA), kind.chapter, kind.number);
        boolean late = !lane.isExport() && Values.share(goods, 8, LATE);
        boolean mistaken = !lane.isExport() && Values.share(goods, 16, MISTAKEN);
        int left = plan.from().getYear() * 12 + plan.from().getMonthValue() - 1 + month - (late ? 1 : 0);
        long traded = values.traded(goods, kind.chapter, left);
        // each side has its own mistakes
        long report = Values.mixed(goods + (ofA ? 1 : 2) + left * 31L);
        long cents = lane.isExport() ? traded : Values.withFreight(traded, goods);
        boolean estimated = Values.share(report, 0, ESTIMATED);
        if (estimated) {
            cents = Math.max(1, cents / CENTS_OF_THOUSAND) * CENTS_OF_THOUSAND;
        }
        boolean revised = false;
        for (int revision = 1; revision <= plan.revision(); revision++) {
            long revising = Values.mixed(report + revision * 7919L);
            if (Long.remainderUnsigned(revising, 1000) < plan.changed()) {
                cents += 1 + Long.remainderUnsigned(revising >>> 32, cents / 10 + 1);
                revised = true;
            }
        }
        rows.digits(Goods.code(kind.chapter, kind.number, lane.gate() > 0, mistaken), 6);
        rows.put(RowBuffer.CURRENCY);
        rows.cents(cents);
        rows.put((byte) ',');
        if (!Values.share(report, 24, UNWEIGHED)) {
            rows.number(values.kilograms(traded, kind.chapter));
        }
        rows.put(estimated && !revised ? RowBuffer.ESTIMATED : revised ? RowBuffer.FINAL : RowBuffer.PROVISIONAL);
    }
}
