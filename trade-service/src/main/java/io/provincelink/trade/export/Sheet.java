package io.provincelink.trade.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A title, rows under a header, and beneath them what a reader must know of them: units and sources.
 *
 * @param file name of the file, without its ending
 * @param cells one row each, as many as there are columns: String, Number, or null for an empty cell
 * @param notes what it is about and what there is to say
 */
public record Sheet(
        String file, String title, List<Column> columns, List<List<@Nullable Object>> cells, List<Note> notes) {

    /** @param width in characters */
    public record Column(String title, int width) {}

    public record Note(String about, String text) {}

    /** Makes a table out of things of one kind, column by column. */
    public static final class Table<T> {

        private final List<Column> columns = new ArrayList<>();
        private final List<Function<T, @Nullable Object>> cells = new ArrayList<>();

        public Table<T> column(String title, int width, Function<T, @Nullable Object> cell) {
            columns.add(new Column(title, width));
            cells.add(cell);
            return this;
        }

        /** All things, one a row. */
        public Sheet sheet(String file, String title, List<T> things, Note... notes) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (T thing : things) {
                List<@Nullable Object> row = new ArrayList<>();
                cells.forEach(cell -> row.add(cell.apply(thing)));
                rows.add(row);
            }
            return new Sheet(file, title, columns, rows, List.of(notes));
        }
    }
}
