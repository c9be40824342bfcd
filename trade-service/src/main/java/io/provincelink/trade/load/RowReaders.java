package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.trade.figure.TraderNumbers;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.load.file.CsvRows;
import io.provincelink.trade.load.file.Encoding;
import io.provincelink.trade.load.file.RowErrors;
import io.provincelink.trade.load.file.RowRules;
import io.provincelink.trade.load.file.RowTarget;
import io.provincelink.trade.load.sheet.SheetRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The reader for a file of some media type. */
@Singleton
class RowReaders {

    private static final MediaType CSV = MediaType.valueOf(TradeLoadResource.CSV);
    private static final MediaType SHEET = MediaType.valueOf(TradeLoadResource.SHEET);

    private final TraderNumbers traders;
    private final Gates gates;

    RowReaders(TraderNumbers traders, Gates gates) {
        this.traders = traders;
        this.gates = gates;
    }

    /** @throws ProblemException 400 for parameters that do not go together, or not with the type; 415 without one that is read */
    RowReader of(Caller caller, LoadParameters parameters, @Nullable MediaType type) {
        if (type == null || !is(CSV, type) && !is(SHEET, type)) {
            // the framework lets pass what names no type, or any
            throw ProblemException.unsupportedMediaType(List.of(TradeLoadResource.SHEET, TradeLoadResource.CSV));
        }
        // In a transaction of its own: it happens in the middle of the file, and is true whatever becomes of that.
        RowRules rules = new RowRules(caller, gates.numbers(caller), code -> QuarkusTransaction.requiringNew()
                .call(() -> traders.findOrAdd(caller, code)));
        if (is(SHEET, type)) {
            SheetRows rows = new SheetRows(rules);
            return new Reader(rows::read, rules, rows::rows);
        }
        requireSame(type, parameters.encoding);
        CsvRows rows = new CsvRows(parameters.dialect(), rules);
        return new Reader(rows::read, rules, rows::rows);
    }

    private static boolean is(MediaType one, MediaType type) {
        return one.getType().equalsIgnoreCase(type.getType())
                && one.getSubtype().equalsIgnoreCase(type.getSubtype());
    }

    /** What the client says twice has to be the same. */
    private static void requireSame(MediaType type, Encoding encoding) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !encoding.reads(charset)) {
            throw ProblemException.invalid(Fault.at("?encoding", "other-charset", charset, encoding));
        }
    }

    private interface Reading {
        void read(InputStream in, RowTarget target, RowErrors errors) throws IOException;
    }

    private record Reader(Reading reading, RowRules rules, LongSupplier count) implements RowReader {

        @Override
        public void read(InputStream in, RowTarget target, RowErrors errors) throws IOException {
            reading.read(in, target, errors);
        }

        @Override
        public @Nullable Region reporter() {
            return rules.reporter();
        }

        @Override
        public long rows() {
            return count.getAsLong();
        }
    }
}
