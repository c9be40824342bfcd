package io.provincelink.trade.load.merge;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.load.file.ParsedRow;
import io.provincelink.trade.load.file.RowErrors;
import io.provincelink.trade.load.file.RowTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.postgresql.copy.CopyIn;

/**
 * Sends the valid rows of a file to their table as PostgreSQL's binary COPY wants them, packed by hand into one buffer, and notes what
 * kinds of rows there are. Once a row of the file was wrong nothing of it will go in, so the rest need not be sent.
 */
public final class StagedRows implements RowTarget {

    private static final int BUFFER = 256 * 1024;
    private static final short FIELDS = 6;
    private static final int ROW = Short.BYTES + FIELDS * Integer.BYTES + 4 * Long.BYTES + 2 * Integer.BYTES;
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int CODE_LENGTHS = 10;

    private final CopyIn copy;
    private final RowErrors errors;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private final TreeSet<Integer> periods = new TreeSet<>();
    private final BitSet partners = new BitSet();
    private final List<String> currencies = new ArrayList<>();
    private final BitSet codeLengths = new BitSet();
    private int lastPeriod;
    private String lastCurrency = "";
    private int lastPlace;
    private short reporter;
    private long rows;
    private long last1 = Long.MIN_VALUE;
    private long last2 = Long.MIN_VALUE;
    private boolean inOrder = true;
    private boolean ranges;
    private boolean withGate;
    private boolean withoutGate;

    StagedRows(CopyIn copy, RowErrors errors) {
        this.copy = copy;
        this.errors = errors;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    @Override
    public void take(ParsedRow row) throws IOException {
        rows++;
        if (!errors.isEmpty()) {
            return;
        }
        note(row);
        long k1 = PackedKey.first(row);
        long k2 = PackedKey.second(row, place(row.currency));
        inOrder = inOrder && (k1 > last1 || k1 == last1 && k2 > last2);
        last1 = k1;
        last2 = k2;
        if (buffer.remaining() < ROW) {
            send();
        }
        buffer.putShort(FIELDS)
                .putInt(Long.BYTES)
                .putLong(k1)
                .putInt(Long.BYTES)
                .putLong(k2)
                .putInt(Long.BYTES)
                .putLong(row.value)
                .putInt(Long.BYTES)
                .putLong(row.netGrams)
                .putInt(Integer.BYTES)
                .putInt((int) row.line)
                .putInt(Integer.BYTES)
                .putInt(PackedKey.marks(row));
    }

    private void note(ParsedRow row) {
        if (row.period != lastPeriod) {
            lastPeriod = row.period;
            periods.add(row.period);
        }
        reporter = row.reporter;
        partners.set(row.partner);
        codeLengths.set(row.hs % CODE_LENGTHS);
        ranges |= row.months > 1;
        withGate |= row.gate != 0;
        withoutGate |= row.gate == 0;
    }

    private int place(String currency) {
        if (!currency.equals(lastCurrency)) {
            lastCurrency = currency;
            lastPlace = currencies.indexOf(currency);
            if (lastPlace < 0) {
                lastPlace = currencies.size();
                currencies.add(currency);
            }
            if (lastPlace >= PackedKey.CURRENCIES) {
                throw ProblemException.invalid(Fault.at("/currency", "too-many", PackedKey.CURRENCIES));
            }
        }
        return lastPlace;
    }

    /** Sends what is left, and ends the COPY. */
    void finish() throws SQLException, IOException {
        if (errors.isEmpty()) {
            if (buffer.remaining() < Short.BYTES) {
                send();
            }
            buffer.putShort((short) -1);
            send();
            copy.endCopy();
        } else {
            copy.cancelCopy();
        }
    }

    private void send() throws IOException {
        try {
            copy.writeToCopy(buffer.array(), 0, buffer.position());
        } catch (SQLException gone) {
            throw new StagingFailed(gone);
        }
        buffer.clear();
    }

    public long rows() {
        return rows;
    }

    public Manifest manifest() {
        return new Manifest(
                reporter,
                List.copyOf(periods),
                partners.stream().mapToObj(number -> (short) number).toList(),
                List.copyOf(currencies),
                inOrder,
                ranges,
                codeLengths.cardinality() > 1,
                withGate && withoutGate);
    }

    /** The database did not take the rows; not the client's fault, unlike what else goes wrong while a file is read. */
    static final class StagingFailed extends IOException {

        private static final long serialVersionUID = 1L;

        StagingFailed(SQLException cause) {
            super(cause);
        }
    }
}
