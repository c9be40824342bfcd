package io.provincelink.kit.holiday;

import io.provincelink.kit.words.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The public holidays of 2009 to 2040 by the laws of the countries as they stood in each year: Viet Nam's Labour Code (art. 73 of
 * 1994 as amended in 2007, art. 115 of 2012, art. 112 of 2019) and China's regulation on public holidays (2007, 2013, 2024). Days of
 * rest that a yearly decision moves next to them are not in it. Lunar days are those of each country's own calendar: the new moon
 * falls by the clocks of UTC+7 and UTC+8, so that the two new years differ in some years, such as 2030.
 */
public final class Holidays {

    private static final String HEADER = "country,from,to,name_vi,name_zh,name_en,kind";
    private static final int COLUMNS = 7;

    /** Days off that are some of these days. */
    private static final String AROUND = "AROUND";

    private static final Holidays ALL = new Holidays(List.of(read("holidays.csv"), read("holidays-fictional.csv")));

    private final Map<String, List<Holiday>> byCountry;

    private Holidays(List<List<Holiday>> files) {
        byCountry = files.stream().flatMap(List::stream).collect(Collectors.groupingBy(Holiday::country));
    }

    /** Those of a country that have a day among these, in order; none where the country or the year is not in the list. */
    public static List<Holiday> between(String country, LocalDate first, LocalDate last) {
        return ALL.byCountry.getOrDefault(country, List.of()).stream()
                .filter(holiday -> holiday.touches(first, last))
                .toList();
    }

    private static List<Holiday> read(String name) {
        try (InputStream file = Holidays.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the classpath beside " + Holidays.class.getName());
            }
            var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return read(name, lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    /** @throws IllegalStateException naming file and line: half a list would be silent about holidays */
    static List<Holiday> read(String name, List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalStateException("%s, line 1: the header must be %s".formatted(name, HEADER));
        }
        List<Holiday> holidays = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            try {
                holidays.add(holiday(cells));
            } catch (DateTimeException | IllegalArgumentException wrong) {
                throw new IllegalStateException("%s, line %d: %s".formatted(name, i + 1, wrong.getMessage()), wrong);
            }
        }
        return List.copyOf(holidays);
    }

    private static Holiday holiday(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(cells.length + " cells instead of " + COLUMNS);
        }
        LocalDate from = LocalDate.parse(cells[1]);
        LocalDate to = LocalDate.parse(cells[2]);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
        if (!List.of("ON", AROUND).contains(cells[6])) {
            throw new IllegalArgumentException("the kind must be ON or " + AROUND);
        }
        return new Holiday(cells[0], from, to, new Text(cells[3], cells[4], cells[5]), cells[6].equals(AROUND));
    }
}
