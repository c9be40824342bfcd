package io.provincelink.trade.load.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cells show their number as a day.
 *
 * @param days for each style of a cell, by its number
 */
record CellFormats(List<Boolean> days) {

    static final CellFormats NONE = new CellFormats(List.of());

    private static final int LONGEST_CODE = 255;

    static CellFormats read(WorkbookXml xml) throws IOException {
        Map<Integer, Boolean> told = new HashMap<>();
        List<Boolean> days = new ArrayList<>();
        boolean ofCells = false;
        while (xml.next()) {
            if (xml.begins("numFmt")) {
                told.put(xml.number("numFmtId"), isDay(String.valueOf(xml.attribute("formatCode"))));
            } else if (xml.begins("cellXfs") || xml.ends("cellXfs")) {
                ofCells = xml.begins("cellXfs");
            } else if (ofCells && xml.begins("xf")) {
                int format = xml.number("numFmtId");
                days.add(told.containsKey(format) ? told.get(format) : isDayByTheStandard(format));
            }
        }
        return new CellFormats(days);
    }

    /** 27 to 36 and 50 to 58 are days in East Asian editions. */
    private static boolean isDayByTheStandard(int format) {
        return format >= 14 && format <= 17
                || format == 22
                || format >= 27 && format <= 36
                || format >= 50 && format <= 58;
    }

    private static boolean isDay(String code) {
        if (code.length() > LONGEST_CODE) {
            return false;
        }
        // neither what stands in quotes or brackets nor an escaped character
        String bare = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "");
        return bare.matches("(?s).*([yYdD年]|[mM]{3}).*") && !bare.contains("#");
    }

    boolean isDay(int style) {
        return style >= 0 && style < days.size() && days.get(style);
    }
}
