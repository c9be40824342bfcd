package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.caller.Caller;
import io.provincelink.trade.figure.MinorUnits;
import io.provincelink.trade.sdmx.data.Series.Observation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * All series that a question finds, in the order of their keys. Each group is read in a transaction of its own, so that neither it nor more
 * than its rows wait for a slow taker.
 */
final class SeriesReader implements Iterator<Series> {

    private static final int GRAMS_DECIMALS = 3;

    private final SdmxFigures figures;
    private final KeyCodes codes;
    private final Caller caller;
    private final DataQuestion question;
    private final boolean keysAlone;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Deque<Series> ready = new ArrayDeque<>();
    private @Nullable Group latest;
    private boolean allGroupsKnown;
    /** The HS number from which the rest of the group at hand is still to be read; 0 where nothing is. */
    private int rest;

    /** @param keysAlone whether observations are not wanted: each series then has one of no meaning */
    SeriesReader(SdmxFigures figures, KeyCodes codes, Caller caller, DataQuestion question, boolean keysAlone) {
        this.figures = figures;
        this.codes = codes;
        this.caller = caller;
        this.question = question;
        this.keysAlone = keysAlone;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            if (!QuarkusTransaction.requiringNew().call(this::readOn)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Series next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    /** Whether there was something to read. */
    private boolean readOn() {
        if (groups.isEmpty() && !allGroupsKnown) {
            List<Group> more = figures.groups(caller, question, latest);
            allGroupsKnown = figures.isLast(caller, more);
            groups.addAll(more);
        }
        Group group = groups.peek();
        if (group == null) {
            return false;
        }
        List<Row> rows = figures.rows(caller, question, group, rest, keysAlone);
        rest = 0;
        if (rows.size() == SdmxFigures.ROWS_AT_ONCE) {
            int last = rows.get(rows.size() - 1).hs();
            if (rows.get(0).hs() != last) {
                // the last goods may not be there as a whole
                rest = last;
                rows = rows.stream().filter(row -> row.hs() != last).toList();
            }
        }
        assemble(group, rows);
        if (rest == 0) {
            latest = groups.remove();
        }
        return true;
    }

    private void assemble(Group group, List<Row> rows) {
        List<Observation> observations = new ArrayList<>();
        Row before = null;
        for (Row row : rows) {
            if (before != null && !isOfOneSeries(before, row)) {
                ready.add(series(group, before, observations));
                observations = new ArrayList<>();
            }
            observations.add(observation(group, row));
            before = row;
        }
        if (before != null) {
            ready.add(series(group, before, observations));
        }
    }

    private static boolean isOfOneSeries(Row one, Row other) {
        return one.hs() == other.hs()
                && Frequency.of(one.first(), one.months()).equals(Frequency.of(other.first(), other.months()));
    }

    private Series series(Group group, Row row, List<Observation> observations) {
        List<String> key = new ArrayList<>(List.of(
                Frequency.of(row.first(), row.months()),
                codes.unit(caller, group.reporter()),
                codes.unit(caller, group.partner()),
                KeyCodes.flow(group.flow()),
                codes.gate(caller, group.gate()),
                KeyCodes.regime(group.regime())));
        if (isOfFigures()) {
            key.add(KeyCodes.hs(row.hs()));
        } else {
            key.add(KeyCodes.chapter(group.chapter()));
            key.add(KeyCodes.attribution(group.attribution()));
            key.add(KeyCodes.valuation(group.valuation()));
        }
        key.add(group.currency());
        String decimals = String.valueOf(Currency.getInstance(group.currency()).getDefaultFractionDigits());
        return new Series(List.copyOf(key), List.of("0", decimals), observations);
    }

    private Observation observation(Group group, Row row) {
        String value = MinorUnits.toAmount(row.value(), group.currency()).toPlainString();
        BigDecimal grams = row.grams();
        String netKg = grams == null
                ? null
                : grams.movePointLeft(GRAMS_DECIMALS).setScale(GRAMS_DECIMALS).toPlainString();
        String status = KeyCodes.status(row.status());
        List<@Nullable String> attributes = isOfFigures()
                ? Arrays.asList(
                        status,
                        netKg,
                        KeyCodes.attribution(row.attribution()),
                        KeyCodes.valuation(row.valuation()),
                        row.edition() == 0 ? null : String.valueOf(row.edition()))
                : Arrays.asList(status, netKg, String.valueOf(row.figures()));
        return new Observation(Frequency.label(row.first(), row.months()), value, attributes);
    }

    private boolean isOfFigures() {
        return Cube.of(question.flow()) == Cube.FIGURES;
    }
}
