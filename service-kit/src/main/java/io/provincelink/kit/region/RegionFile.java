package io.provincelink.kit.region;

import io.provincelink.kit.words.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of units: a header, then one unit a line, ten columns between commas, nothing quoted. A line that breaks a
 * rule stops the load with the file's name and the line's number: half a list of regions would answer wrongly.
 */
final class RegionFile {

    static final String HEADER = "code,level,country,parent,name_vi,name_zh,name_en,valid_from,valid_to,successors";

    private static final int COLUMNS = 10;
    private static final int FIRST_NAME = 4;
    private static final int FIRST_DAY = 7;

    private final String name;
    private final List<Region> units = new ArrayList<>();
    private final String[] cells = new String[COLUMNS];

    // Communes keep their names through a merger, and codes come back as parents and successors: kept once each.
    private final Map<String, String> strings = new HashMap<>();
    private final Map<String, Text> names = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, List<String>> successorLists = new HashMap<>();
    private final Map<String, RegionLevel> levels = new HashMap<>();

    private RegionFile(String name) {
        this.name = name;
        for (RegionLevel level : RegionLevel.values()) {
            levels.put(level.name(), level);
        }
    }

    static RegionFile onClasspath(String name) {
        try (InputStream file = RegionFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the classpath beside " + RegionFile.class.getName());
            }
            return read(name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    static RegionFile read(String name, byte[] utf8) {
        RegionFile file = new RegionFile(name);
        file.read(new String(utf8, StandardCharsets.UTF_8));
        return file;
    }

    /** The units in the order of the file. */
    List<Region> units() {
        return units;
    }

    /** A complaint about the unit at that place of {@link #units()}, or about the next one while the file is read. */
    IllegalStateException malformed(int place, String what) {
        return new IllegalStateException("%s, line %d: %s".formatted(name, place + 2, what));
    }

    // Cut out of the whole text by index: this runs cold, at the start of every application, where a loop over the
    // characters is slow and a search for the next comma is not.
    private void read(String text) {
        int header = endOfLine(text, 0);
        if (!HEADER.contentEquals(text.substring(0, header).stripTrailing())) {
            throw new IllegalStateException("%s, line 1: the header must be %s".formatted(name, HEADER));
        }
        for (int start = header + 1; start < text.length(); ) {
            int end = endOfLine(text, start);
            boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
            units.add(unit(text, start, carriageReturn ? end - 1 : end));
            start = end + 1;
        }
        refuse(text, '"', "a quotation mark; cells are not quoted and hold no comma");
        // What stands where bytes were not UTF-8.
        refuse(text, '\uFFFD', "not UTF-8 text");
    }

    private void refuse(String text, char c, String what) {
        int at = text.indexOf(c);
        if (at >= 0) {
            int linesBefore = (int) text.substring(0, at).lines().count() - (text.charAt(at - 1) == '\n' ? 0 : 1);
            throw malformed(linesBefore - 1, what);
        }
    }

    private static int endOfLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private Region unit(String file, int start, int end) {
        Text text = split(file, start, end);
        String code = shared(cells[0]);
        String country = shared(cells[2]);
        RegionLevel level = levels.get(cells[1]);
        if (level == null) {
            throw wrong("level", cells[1]);
        }
        boolean isCountry = level == RegionLevel.COUNTRY;
        if (!isWritten(country, 0, 2, 2, 'A') || !code.startsWith(country)) {
            throw wrong("country", country);
        }
        if (isCountry ? !code.equals(country) : !code.startsWith(".", 2) || !isWritten(code, 3, 5, 12, '0')) {
            throw wrong("code", code);
        }
        if (isCountry != cells[3].isEmpty()) {
            throw wrong("parent", cells[3]);
        }
        LocalDate from = day("valid_from", cells[FIRST_DAY]);
        LocalDate to = day("valid_to", cells[FIRST_DAY + 1]);
        if (to == null ? !cells[9].isEmpty() : from != null && to.isBefore(from)) {
            throw wrong(to == null ? "successors" : "valid_to", to == null ? cells[9] : cells[FIRST_DAY + 1]);
        }
        String parent = isCountry ? null : shared(cells[3]);
        return new Region(code, level, country, parent, text, from, to, successors(cells[9]));
    }

    /** Cuts the line into the cells; the three names come back as one, made once for each different slice of a line. */
    private Text split(String file, int lineStart, int lineEnd) {
        int start = lineStart;
        int namesStart = 0;
        int namesEnd = 0;
        for (int column = 0; column < COLUMNS; column++) {
            int comma = file.indexOf(',', start);
            boolean last = comma < 0 || comma >= lineEnd;
            if (last != (column == COLUMNS - 1)) {
                long commas = file.substring(lineStart, lineEnd)
                        .chars()
                        .filter(c -> c == ',')
                        .count();
                throw malformed(units.size(), (commas + 1) + " columns instead of " + COLUMNS);
            }
            if (column == FIRST_NAME) {
                namesStart = start;
            }
            if (column == FIRST_DAY) {
                namesEnd = start - 1;
            }
            int end = last ? lineEnd : comma;
            cells[column] = column >= FIRST_NAME && column < FIRST_DAY ? "" : file.substring(start, end);
            start = end + 1;
        }
        return names.computeIfAbsent(file.substring(namesStart, namesEnd), this::text);
    }

    private Text text(String slice) {
        int zh = slice.indexOf(',') + 1;
        int en = slice.indexOf(',', zh) + 1;
        Text text = new Text(
                textOf(slice.substring(0, zh - 1)), textOf(slice.substring(zh, en - 1)), textOf(slice.substring(en)));
        if (text.vi() == null && text.zh() == null && text.en() == null) {
            throw malformed(units.size(), "no name in any language");
        }
        return text;
    }

    /** Some publications leave a blank behind a name. */
    private @Nullable String textOf(String cell) {
        String stripped = cell.strip();
        return stripped.isEmpty() ? null : shared(stripped);
    }

    private @Nullable LocalDate day(String column, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return days.computeIfAbsent(cell, LocalDate::parse);
        } catch (DateTimeException e) {
            IllegalStateException malformed = wrong(column, cell);
            malformed.initCause(e);
            throw malformed;
        }
    }

    private List<String> successors(String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        return successorLists.computeIfAbsent(
                cell,
                codes -> List.of(codes.split(" ")).stream().map(this::shared).toList());
    }

    /** Capital letters, and digits where they are the lowest allowed; by hand, as a pattern takes a cold start a while. */
    private static boolean isWritten(String code, int from, int shortest, int longest, char lowest) {
        boolean written = code.length() >= shortest && code.length() <= longest;
        for (int at = from; written && at < code.length(); at++) {
            char c = code.charAt(at);
            written = c >= lowest && c <= 'Z' && (c <= '9' || c >= 'A');
        }
        return written;
    }

    private String shared(String cell) {
        String known = strings.putIfAbsent(cell, cell);
        return known == null ? cell : known;
    }

    private IllegalStateException wrong(String column, String cell) {
        return malformed(units.size(), "%s \"%s\" cannot be".formatted(column, cell));
    }
}
