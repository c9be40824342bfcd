package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.figure.TraderNumbers;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.load.file.CsvRows;
import io.provincelink.trade.load.file.RowErrors;
import io.provincelink.trade.load.file.RowRules;
import io.provincelink.trade.load.file.RowTarget;
import io.provincelink.trade.load.sheet.LoadTemplate;
import io.provincelink.trade.load.sheet.SheetRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** The reader for a file of some media type. */
@Singleton
class RowReaders {

    private static final MediaType SHEET = MediaType.valueOf(LoadTemplate.MEDIA_TYPE);

    private final TraderNumbers traders;
    private final Gates gates;

    RowReaders(TraderNumbers traders, Gates gates) {
        this.traders = traders;
        this.gates = gates;
    }

    /** @throws ProblemException 400 for parameters that do not go together */
    RowReader of(Caller caller, LoadParameters parameters, MediaType type) {
        // In a transaction of its own: it happens in the middle of the file, and is true whatever becomes of that.
        RowRules rules = new RowRules(caller, gates.numbers(caller), code -> QuarkusTransaction.requiringNew()
                .call(() -> traders.findOrAdd(caller, code)));
        if (type.isCompatible(SHEET)) {
            SheetRows rows = new SheetRows(rules);
            return new Reader(rows::read, rows::rows);
        }
        CsvRows rows = new CsvRows(parameters.dialect(), rules);
        return new Reader(rows::read, rows::rows);
    }

    private interface Reading {
        void read(InputStream in, RowTarget target, RowErrors errors) throws IOException;
    }

    private record Reader(Reading reading, LongSupplier count) implements RowReader {

        @Override
        public void read(InputStream in, RowTarget target, RowErrors errors) throws IOException {
            reading.read(in, target, errors);
        }

        @Override
        public long rows() {
            return count.getAsLong();
        }
    }
}
