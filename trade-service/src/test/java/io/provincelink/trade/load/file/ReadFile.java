package io.provincelink.trade.load.file;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.region.Regions;
import io.provincelink.trade.gate.GateNumbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file as it is read for XA.01, without a database: what came of it. */
public final class ReadFile implements RowTarget {

    public static final String HEADER = "period,reporter,partner,flow,gate,regime,hs,currency,value,netKg,status";

    static final Regions REGIONS = Regions.load();
    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    static final Map<String, Short> GATES = Map.of("gate-one", (short) 1, "gate-two", (short) 2);

    /** Numbers of regions in the order in which they came up. */
    final Map<String, Integer> traders = new HashMap<>();

    public final RowRules rules;
    public final RowErrors errors = new RowErrors();
    public final List<String> rows = new ArrayList<>();

    public ReadFile() {
        this("XA.01");
    }

    ReadFile(String region) {
        rules = new RowRules(
                caller(region),
                new GateNumbers(GATES),
                code -> traders.computeIfAbsent(code, added -> traders.size() + 1));
    }

    static Caller caller(String region) {
        var unit = REGIONS.latest(region, TODAY).orElseThrow();
        return new Caller("issuer", "test", unit, null, Set.of(Role.STATISTICIAN), REGIONS, TODAY);
    }

    /** Lines of the usual dialect, below the usual header. */
    static ReadFile of(String... lines) {
        return text(HEADER + "\n" + String.join("\n", lines) + "\n", Dialect.USUAL);
    }

    public static ReadFile text(String text, Dialect dialect) {
        return bytes(text.getBytes(dialect.encoding().charset()), dialect);
    }

    static ReadFile text(String text, Charset charset, Dialect dialect) {
        return bytes(text.getBytes(charset), dialect);
    }

    static ReadFile bytes(byte[] bytes, Dialect dialect) {
        return stream(new ByteArrayInputStream(bytes), dialect);
    }

    static ReadFile stream(InputStream in, Dialect dialect) {
        ReadFile file = new ReadFile();
        file.read(in, dialect);
        return file;
    }

    CsvRows read(InputStream in, Dialect dialect) {
        CsvRows reader = new CsvRows(dialect, rules);
        try {
            reader.read(in, this, errors);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return reader;
    }

    @Override
    public void take(ParsedRow row) {
        rows.add(shown(row));
    }

    /** All that a row holds, in the order of the columns, after its line. */
    static String shown(ParsedRow row) {
        return row.line
                + ": " + row.period + "+" + row.months + " " + row.reporter + ">" + row.partner + " " + row.flow + " "
                + row.gate + " " + row.regime + " " + row.hs + " " + row.currency + " " + row.value + " "
                + row.netGrams + " " + row.status + " " + row.attribution + " " + row.valuation + " " + row.hsEdition;
    }

    /** Each error as {@code line column code}. */
    public List<String> faults() {
        return errors.first().stream()
                .map(error -> error.line() + " " + error.column() + " " + error.code())
                .toList();
    }
}
