package io.provincelink.trade.load.file;

import io.provincelink.kit.problem.Fault;
import io.provincelink.trade.statistic.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row as text, and where its faults are noted. The same object is used for every row of a file that needs one. */
public final class RowText {

    /** No value that could be right is longer. */
    public static final int LONGEST = 256;

    private static final int LONGEST_SHOWN = 200;

    private final RowErrors errors;
    private final @Nullable String[] texts = new @Nullable String[LoadColumn.COUNT];
    private final @Nullable String[] shown = new @Nullable String[LoadColumn.COUNT];
    private long line;
    private int faults;

    public RowText(RowErrors errors) {
        this.errors = errors;
    }

    /** Begins another row: nothing stands in it, and nothing is wrong with it. */
    public void begin(long line) {
        this.line = line;
        faults = 0;
        Arrays.fill(texts, "");
        Arrays.fill(shown, null);
    }

    long line() {
        return line;
    }

    /** What stands in a column. */
    public void set(LoadColumn column, String text) {
        shown[Place.of(column)] = text;
        if (text.length() > LONGEST) {
            refuse(column, text, "too-long-text", LONGEST);
        } else if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            refuse(column, text, "line-break");
        } else if (text.indexOf(0) >= 0) {
            refuse(column, text, "bad-character");
        } else {
            texts[Place.of(column)] = text;
        }
    }

    /** Something stands in a column that cannot be read as text: no rule will ask for it. */
    public void refuse(LoadColumn column, String shownText, String code, Object... arguments) {
        shown[Place.of(column)] = shownText;
        texts[Place.of(column)] = null;
        fault(column, code, arguments);
    }

    /** What stands in a column, empty where the file does not have it; null where that could not be read and was noted. */
    @Nullable
    String get(LoadColumn column) {
        return texts[Place.of(column)];
    }

    /** What stands in a column of a row that is right. */
    String right(LoadColumn column) {
        return Objects.requireNonNull(get(column));
    }

    void fault(LoadColumn column, String code, Object... arguments) {
        note(column.title(), code, shown[Place.of(column)], arguments);
    }

    /** Faults whose pointers name fields of a figure, which are called as the columns are. */
    void faults(List<Fault> found) {
        for (Fault fault : found) {
            LoadColumn column = LoadColumn.titled(fault.pointer().substring(1)).orElseThrow(IllegalStateException::new);
            fault(column, fault.code(), fault.args().toArray());
        }
    }

    /** The row as a whole is wrong. */
    public void fault(@Nullable String shownText, String code, Object... arguments) {
        note(null, code, shownText, arguments);
    }

    boolean isFaulty() {
        return faults > 0;
    }

    /** Whether what is wrong is only counted now. */
    boolean isOnlyCounted() {
        return errors.isFull();
    }

    private void note(@Nullable String column, String code, @Nullable String value, Object... arguments) {
        faults++;
        Object[] kept = Arrays.stream(arguments)
                .map(argument -> argument instanceof Integer ? argument : String.valueOf(argument))
                .toArray();
        errors.add(new RowError(line, column, code, shown(value), kept));
    }

    /** No more of it than can be shown, and nothing that a database would not take. */
    private static @Nullable String shown(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        int end = Math.min(value.length(), LONGEST_SHOWN);
        if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(0, end).replace('\0', '\uFFFD');
    }
}
