package io.provincelink.trade.load.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of a sheet, row after row. Of formulas the value that was last worked out counts. */
final class SheetCells implements Closeable {

    /** Columns behind these are looked at only for whether there is something in them. */
    static final int MOST_COLUMNS = 64;

    /** What a cell holds. */
    enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        /** A day as text, 2019-05-01. */
        DAY,
        /** A formula that nobody has worked out. */
        FORMULA,
        OTHER
    }

    private final WorkbookXml xml;
    private final List<String> sharedTexts;
    private final Kind[] kinds = new Kind[MOST_COLUMNS];
    private final String[] texts = new String[MOST_COLUMNS];
    private final int[] styles = new int[MOST_COLUMNS];
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int width;

    SheetCells(WorkbookXml xml, List<String> sharedTexts) {
        this.xml = xml;
        this.sharedTexts = sharedTexts;
    }

    /** Goes to the next row with something in it; false behind the last. */
    boolean next() throws IOException {
        while (xml.next()) {
            if (xml.begins("row")) {
                int number = xml.number("r");
                row = number > 0 ? number : row + 1;
                readRow();
                if (width > 0) {
                    return true;
                }
            } else if (xml.ends("sheetData")) {
                return false;
            }
        }
        return false;
    }

    private void readRow() throws IOException {
        for (int i = 0; i < MOST_COLUMNS; i++) {
            kinds[i] = Kind.EMPTY;
            texts[i] = "";
        }
        width = 0;
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                int named = column(xml.attribute("r"));
                column = named < 0 ? column + 1 : named;
                readCell(column);
            }
        }
    }

    private void readCell(int column) throws IOException {
        String type = String.valueOf(xml.attribute("t"));
        int style = xml.number("s");
        boolean formula = false;
        boolean valued = false;
        text.setLength(0);
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("v") || xml.begins("t")) {
                xml.text(text);
                valued = true;
            } else if (xml.begins("f")) {
                formula = true;
            } else if (xml.begins("rPh")) {
                xml.text(new StringBuilder()); // how it is pronounced
            }
        }
        // a text that was worked out may be empty
        boolean workedOut = !formula || text.length() > 0 || valued && type.equals("str");
        Kind kind = workedOut ? kind(type) : Kind.FORMULA;
        if (kind != Kind.EMPTY) {
            width = Math.max(width, column + 1);
            if (column < MOST_COLUMNS) {
                kinds[column] = kind;
                texts[column] = text.toString();
                styles[column] = style;
            }
        }
    }

    private Kind kind(String type) throws IOException {
        if (type.equals("s")) {
            int number = text.toString().matches("[0-9]{1,9}") ? Integer.parseInt(text.toString()) : -1;
            if (number < 0 || number >= sharedTexts.size()) {
                throw new WorkbookText.Unreadable("a text that is not there");
            }
            text.setLength(0);
            text.append(sharedTexts.get(number));
        }
        if (text.length() == 0) {
            return Kind.EMPTY;
        }
        return switch (type) {
            case "s", "str", "inlineStr" -> Kind.TEXT;
            case "n", "null" -> Kind.NUMBER;
            case "d" -> Kind.DAY;
            default -> Kind.OTHER;
        };
    }

    /** From 0, of a cell's address such as AB12; negative where it is none. */
    private static int column(@Nullable String address) {
        int column = 0;
        int letters = 0;
        while (address != null && letters < address.length() && letters < 4) {
            char c = address.charAt(letters);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
            letters++;
        }
        return letters == 0 ? -1 : column - 1;
    }

    /** Number of the row in the sheet, from 1. */
    int row() {
        return row;
    }

    /** How many columns there are to the last one with something in it. */
    int width() {
        return width;
    }

    Kind kind(int column) {
        return kinds[column];
    }

    String text(int column) {
        return texts[column];
    }

    int style(int column) {
        return styles[column];
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
