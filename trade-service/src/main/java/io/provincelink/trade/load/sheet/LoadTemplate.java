package io.provincelink.trade.load.sheet;

import io.provincelink.kit.problem.ProblemTexts;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.load.file.LoadColumn;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook to fill in: the header and nothing below it; what each column holds in three languages; the words that some take. */
public final class LoadTemplate {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String FILE_NAME = "trade-figures.xlsx";

    /** What spreadsheets call a cell that keeps what is typed as it is. */
    private static final String AS_TEXT = "@";

    /** In the form without which spreadsheets take the file for a damaged one. */
    private static final String VERSION = "01.0000";

    private static final int LAST_ROW = SheetRows.MOST_ROWS;
    private static final int NARROW = 20;
    private static final int WIDE = 60;

    private static final Map<LoadColumn, List<? extends Enum<?>>> WORDS = new EnumMap<>(Map.of(
            LoadColumn.FLOW, List.of(Flow.values()),
            LoadColumn.REGIME, List.of(Regime.values()),
            LoadColumn.STATUS, List.of(FigureStatus.values()),
            LoadColumn.ATTRIBUTION, List.of(Attribution.values()),
            LoadColumn.VALUATION, List.of(Valuation.values())));

    private LoadTemplate() {}

    /** A value that is right, of invented regions. */
    static String example(LoadColumn column) {
        return switch (column) {
            case PERIOD -> "2019-05";
            case REPORTER -> "XA.01";
            case PARTNER -> "XB.010100";
            case FLOW -> Flow.EXPORT.name();
            case GATE -> "";
            case REGIME -> Regime.NORMAL.name();
            case HS -> "080390";
            case CURRENCY -> "USD";
            case VALUE -> "125000.50";
            case NET_KG -> "98000";
            case STATUS -> FigureStatus.PROVISIONAL.name();
            case ATTRIBUTION -> Attribution.USUAL.name();
            case VALUATION -> Valuation.FOB.name();
            case HS_EDITION -> "2017";
        };
    }

    static void write(OutputStream out) throws IOException {
        @SuppressWarnings("resource") // closing it would end the answer, also one that broke off
        Workbook workbook = new Workbook(out, "ProvinceLink", VERSION);
        Worksheet figures = workbook.newWorksheet("figures");
        Worksheet notes = workbook.newWorksheet("notes");
        Worksheet words = workbook.newWorksheet("values");
        for (LoadColumn column : LoadColumn.values()) {
            int place = Place.of(column);
            figures.value(0, place, column.title());
            figures.style(0, place).bold().set();
            figures.width(place, NARROW);
            boolean number = column == LoadColumn.VALUE || column == LoadColumn.NET_KG;
            if (!number) {
                figures.style(place).format(AS_TEXT).set();
            }
        }
        figures.freezePane(0, 1);
        writeWords(figures, words);
        writeNotes(notes);
        workbook.finish();
    }

    private static void writeWords(Worksheet figures, Worksheet words) {
        WORDS.forEach((column, list) -> {
            int place = Place.of(column);
            words.value(0, place, column.title());
            words.style(0, place).bold().set();
            for (int i = 0; i < list.size(); i++) {
                words.value(i + 1, place, list.get(i).name());
            }
            figures.range(1, place, LAST_ROW, place)
                    .validateWithList(words.range(1, place, list.size(), place))
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .errorTitle(column.title())
                    .error(list.stream().map(Enum::name).collect(Collectors.joining(", ")))
                    .showErrorMessage(true);
        });
    }

    private static void writeNotes(Worksheet notes) {
        notes.width(0, NARROW);
        notes.width(1, NARROW);
        int place = 2;
        for (Locale language : ProblemTexts.LANGUAGES) {
            ResourceBundle texts = texts(language);
            notes.width(place, WIDE);
            notes.value(0, place, texts.getString("general"));
            notes.value(1, place, texts.getString("note"));
            for (LoadColumn column : LoadColumn.values()) {
                String need = texts.getString(column.isRequired() ? "required" : "optional");
                note(notes, column, place, texts.getString(column.title()) + " (" + need + ")");
            }
            place++;
        }
        for (LoadColumn column : LoadColumn.values()) {
            note(notes, column, 0, column.title());
            note(notes, column, 1, example(column));
        }
        notes.value(1, 0, joined("column"));
        notes.value(1, 1, joined("example"));
        notes.range(1, 0, 1, place - 1).style().bold().set();
        notes.freezePane(1, 2);
    }

    private static void note(Worksheet notes, LoadColumn column, int place, String text) {
        int row = Place.of(column) + 2;
        notes.value(row, place, text);
        notes.style(row, place).wrapText(true).verticalAlignment("top").set();
    }

    private static String joined(String key) {
        return String.join(
                " / ",
                ProblemTexts.LANGUAGES.stream()
                        .map(language -> texts(language).getString(key))
                        .toList());
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                "io.provincelink.trade.load.sheet.template",
                language,
                LoadTemplate.class.getClassLoader(),
                // what is missing in one language must not come in the machine's
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
