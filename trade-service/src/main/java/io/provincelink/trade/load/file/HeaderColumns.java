package io.provincelink.trade.load.file;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.statistic.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which field of a row holds which column, as the header says. */
public final class HeaderColumns {

    private static final int ABSENT = -1;

    private final int width;
    private final int[] fields = new int[LoadColumn.COUNT];

    private HeaderColumns(int width) {
        this.width = width;
        Arrays.fill(fields, ABSENT);
    }

    /**
     * What a header says.
     *
     * @param titles in the order of the file
     * @throws ProblemException 400 naming every column that is unknown, missing or doubled
     */
    public static HeaderColumns of(List<String> titles) {
        HeaderColumns header = new HeaderColumns(titles.size());
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            Optional<LoadColumn> column = LoadColumn.titled(titles.get(i));
            if (column.isEmpty()) {
                faults.add(Fault.at("/header/" + i, "unknown-column", titles.get(i), LoadColumn.titles()));
            } else if (header.has(column.get())) {
                faults.add(Fault.at("/header/" + i, "column-twice", titles.get(i)));
            } else {
                header.fields[Place.of(column.get())] = i;
            }
        }
        for (LoadColumn column : LoadColumn.values()) {
            if (column.isRequired() && !header.has(column)) {
                faults.add(Fault.at("/header", "missing-column", column.title(), LoadColumn.titles()));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return header;
    }

    /** How many fields each row has. */
    public int width() {
        return width;
    }

    public boolean has(LoadColumn column) {
        return field(column) != ABSENT;
    }

    /** Place of the column's field in a row from 0; negative where the file does not have the column. */
    public int field(LoadColumn column) {
        return fields[Place.of(column)];
    }
}
