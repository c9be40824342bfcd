package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.figure.*;
import io.provincelink.trade.statistic.*;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.*;

/** The reader for a file of some media type. */
@Singleton
class RowReaders {

    private final TraderNumbers traders;

    RowReaders(TraderNumbers traders) {
        this.traders = traders;
    }

    RowReader of(Caller caller, LoadParameters parameters, MediaType type) {
        parameters.dialect();
        return new RowReader() {
            volatile long rows;

            short trader(String code) {
                return QuarkusTransaction.requiringNew().call(() -> traders.findOrAdd(caller, code));
            }

            @Override
            public void read(InputStream in, RowTarget target, RowErrors errors) throws IOException {
                BufferedReader lines = new BufferedReader(new InputStreamReader(in));
                String header = lines.readLine();
                if (header == null || !header.startsWith("period,")) {
                    throw ProblemException.invalid(io.provincelink.kit.problem.Fault.at("/header", "wrong-format", "period"));
                }
                ParsedRow row = new ParsedRow();
                java.util.Map<String, Short> known = new java.util.HashMap<>();
                int number = 1;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    String[] f = line.split(",", -1);
                    rows++;
                    row.line = number;
                    if (!f[0].matches("\\d{4}-\\d\\d(/\\d{4}-\\d\\d)?")) {
                        errors.add(new RowError(number, "period", "wrong-format", f[0], "2019-05, 2019-01/2019-02"));
                        continue;
                    }
                    row.period = Integer.parseInt(f[0].substring(0, 4)) * 100 + Integer.parseInt(f[0].substring(5, 7));
                    row.months = (short) (f[0].length() > 7 ? Integer.parseInt(f[0].substring(13)) - row.period % 100 + 1 : 1);
                    caller.requireActsFor(f[1], new MonthRange(row.period, 1).firstDay());
                    row.reporter = known.computeIfAbsent(f[1], this::trader);
                    row.partner = known.computeIfAbsent(f[2], this::trader);
                    row.flow = (short) Flow.valueOf(f[3]).ordinal();
                    row.gate = f[4].isEmpty() ? 0 : Short.parseShort(f[4]);
                    row.regime = (short) Regime.valueOf(f[5]).ordinal();
                    row.hs = HsNumber.of(f[6]);
                    row.currency = f[7].intern();
                    row.value = f[8].isEmpty() ? -1 : new java.math.BigDecimal(f[8]).movePointRight(2).longValueExact();
                    row.netGrams = f[9].isEmpty() ? -1 : new java.math.BigDecimal(f[9]).movePointRight(3).longValueExact();
                    row.status = (short) FigureStatus.valueOf(f[10]).ordinal();
                    row.attribution = 0;
                    row.valuation = (short) (row.flow == 0 ? 0 : 1);
                    row.hsEdition = 0;
                    target.take(row);
                }
            }

            @Override
            public long rows() {
                return rows;
            }
        };
    }
}
