package io.provincelink.trade.load.sheet;

import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.load.file.HeaderColumns;
import io.provincelink.trade.load.file.LoadColumn;
import io.provincelink.trade.load.file.ParsedRow;
import io.provincelink.trade.load.file.RowErrors;
import io.provincelink.trade.load.file.RowRules;
import io.provincelink.trade.load.file.RowTarget;
import io.provincelink.trade.load.file.RowText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of an XLSX workbook. Its header and its rules are those of a CSV file; texts of numbers have a decimal point, and
 * cells may hold numbers and, for the period, days. One object for one file.
 */
public final class SheetRows {

    static final int MOST_ROWS = 100_000;

    /** As many digits as a number in a cell surely has. */
    private static final MathContext SURE = new MathContext(15);

    private static final BigDecimal TOO_LONG = BigDecimal.TEN.pow(SURE.getPrecision());
    private static final int MOST_ZEROS = 400;
    private static final char MARK = '.';
    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
    private static final int NO_DAY = 60;
    private static final int LAST_DAY = 2_958_465;

    /**
     * One workbook is read at a time, while others may arrive: the texts that its cells share stand in memory, and a small file can hold
     * a million of them. Reading the largest takes seconds.
     */
    private static final Lock READING = new ReentrantLock(true);

    private final RowRules rules;
    private volatile long rows;

    public SheetRows(RowRules rules) {
        this.rules = rules;
    }

    /** How many rows were read so far, right or wrong; may be asked by another thread. */
    public long rows() {
        return rows;
    }

    /**
     * Reads to the end of the file.
     *
     * @param target gets the rows that are right
     * @param errors gets what is wrong with the others
     * @throws ProblemException 400 naming what is wrong with the workbook or its header; 403 when the caller does not act for the reporter
     */
    public void read(InputStream in, RowTarget target, RowErrors errors) throws IOException {
        // a zip is read from its end
        Path file = Files.createTempFile("load", ".xlsx");
        try {
            keep(in, file);
            READING.lock();
            try {
                read(file, target, errors);
            } finally {
                READING.unlock();
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void read(Path file, RowTarget target, RowErrors errors) throws IOException {
        try (Workbook workbook = Workbook.open(file);
                SheetCells cells = open(workbook)) {
            read(workbook, cells, target, errors);
        }
    }

    private void keep(InputStream in, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long kept = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                kept += count;
                if (kept > Workbook.MOST_BYTES) {
                    throw Workbook.tooLarge();
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private void read(Workbook workbook, SheetCells cells, RowTarget target, RowErrors errors) throws IOException {
        if (!next(cells)) {
            throw Workbook.refused("empty-file", LoadColumn.titles());
        }
        HeaderColumns header = header(cells);
        RowText text = new RowText(errors);
        ParsedRow row = new ParsedRow();
        long count = 0;
        while (next(cells)) {
            if (++count > MOST_ROWS) {
                throw Workbook.refused("too-many-sheet-rows", MOST_ROWS);
            }
            rows = count;
            if (judge(workbook, cells, header, text, row)) {
                target.take(row);
            }
        }
    }

    private static HeaderColumns header(SheetCells cells) {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < Math.min(cells.width(), SheetCells.MOST_COLUMNS); i++) {
            titles.add(cells.text(i));
        }
        return HeaderColumns.of(titles);
    }

    /** What is damaged shows only while it is read. */
    private static boolean next(SheetCells cells) throws IOException {
        try {
            return cells.next();
        } catch (WorkbookText.Unreadable unreadable) {
            throw Workbook.refused("no-workbook");
        } catch (WorkbookText.TooLong tooLong) {
            throw Workbook.tooLarge();
        }
    }

    private static SheetCells open(Workbook workbook) throws IOException {
        try {
            return workbook.cells();
        } catch (WorkbookText.Unreadable unreadable) {
            throw Workbook.refused("no-workbook");
        }
    }

    private boolean judge(Workbook workbook, SheetCells cells, HeaderColumns header, RowText text, ParsedRow row) {
        text.begin(cells.row());
        if (cells.width() > header.width()) {
            text.fault((String) null, "field-count", header.width(), cells.width());
            return false;
        }
        for (LoadColumn column : LoadColumn.values()) {
            if (header.has(column)) {
                read(workbook, cells, header.field(column), column, text);
            }
        }
        return rules.judge(text, MARK, row);
    }

    private static void read(Workbook workbook, SheetCells cells, int place, LoadColumn column, RowText text) {
        String found = cells.text(place);
        switch (cells.kind(place)) {
            case EMPTY -> text.set(column, "");
            case TEXT -> text.set(column, found);
            case DAY ->
                text.set(column, column == LoadColumn.PERIOD && found.length() >= 10 ? found.substring(0, 7) : found);
            case NUMBER -> {
                boolean day = column == LoadColumn.PERIOD && workbook.formats().isDay(cells.style(place));
                String number = day ? month(found, workbook.isFrom1904()) : number(found, column);
                if (number == null) {
                    text.refuse(column, found, "number-cell");
                } else {
                    text.set(column, number);
                }
            }
            case FORMULA -> text.refuse(column, found, "formula-cell");
            case OTHER -> text.refuse(column, found, "wrong-cell");
        }
    }

    /** The month of a day that is counted from another one; null where it is none. */
    private static @Nullable String month(String number, boolean from1904) {
        BigDecimal day = decimal(number);
        if (day == null || day.signum() < 0 || day.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return null;
        }
        // before the 29 February 1900, which spreadsheets count and the calendar does not have
        int early = !from1904 && day.intValue() < NO_DAY ? 1 : 0;
        LocalDate date = (from1904 ? SINCE_1904 : SINCE_1900).plusDays(day.longValue() + early);
        return date.toString().substring(0, 7);
    }

    /**
     * A number as it would be written in a text, with as many digits as the cell surely has; null where that is not what was meant. A code
     * is sure with six digits only: 80390 may have been 080390.
     */
    private static @Nullable String number(String text, LoadColumn column) {
        BigDecimal number = decimal(text);
        if (number == null || number.abs().compareTo(TOO_LONG) >= 0) {
            return null;
        }
        String plain = number.round(SURE).stripTrailingZeros().toPlainString();
        return column == LoadColumn.HS && !plain.matches("[1-9][0-9]{5}") ? null : plain;
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > MOST_ZEROS ? null : number;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
