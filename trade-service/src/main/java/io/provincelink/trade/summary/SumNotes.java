package io.provincelink.trade.summary;

import io.provincelink.kit.words.Period;
import io.provincelink.trade.export.Sheet;
import io.provincelink.trade.export.Wording;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.Valuation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands beneath the rows of a sheet: whose reports they are, as of when, in which unit, and what was counted.
 *
 * @param filters as they were asked for, by the parameter's name
 */
public record SumNotes(
        Collection<String> reporters,
        @Nullable Instant knownAt,
        Collection<String> currencies,
        Collection<Regime> regimes,
        Collection<Attribution> attributions,
        Collection<Valuation> valuations,
        Map<String, String> filters) {

    public List<Sheet.Note> in(Wording words) {
        List<Sheet.Note> notes = new ArrayList<>();
        boolean nothing = reporters.isEmpty();
        notes.add(note(words, "source", nothing ? words.of("note.none") : source(words)));
        if (knownAt != null) {
            notes.add(note(words, "known", words.moment(knownAt)));
        }
        if (!currencies.isEmpty()) {
            notes.add(note(words, "unit", words.of("note.unit.text", String.join(words.of("between"), currencies))));
        }
        notes.add(note(words, "counted", words.of(regimes)));
        if (!nothing) {
            notes.add(note(words, "attribution", words.of(attributions)));
            notes.add(note(words, "valuation", words.of(valuations)));
        }
        filters.forEach((name, text) -> notes.add(note(words, "filters", filter(words, name, text))));
        return notes;
    }

    private String source(Wording words) {
        return words.of("note.source.text", words.regions(reporters));
    }

    private static String filter(Wording words, String name, String text) {
        String said =
                switch (name) {
                    case "partner" ->
                        Arrays.stream(text.split(","))
                                .map(String::strip)
                                .map(words::region)
                                .collect(Collectors.joining(words.of("between")));
                    case "flow" -> words.of(Flow.valueOf(text));
                    default -> text;
                };
        return name + ": " + said;
    }

    private static Sheet.Note note(Wording words, String about, String text) {
        return new Sheet.Note(words.of("note." + about), text);
    }

    /** The period as a line of its own. */
    public static Sheet.Note period(Wording words, @Nullable Period period) {
        return note(words, "period", period == null ? words.of("note.none") : period.toString());
    }

    /** For the name of a file: codes and periods, without what a file's name should not have. */
    public static String file(String what, Collection<String> parts) {
        return (what + "-" + String.join("-", parts)).replaceAll("[^A-Za-z0-9.-]+", "_");
    }
}
