package io.provincelink.trade.statistic;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.RecordStore;
import io.provincelink.record.change.Change;
import io.provincelink.record.change.Logged;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How versions of figures get into the change log: each is public from the first. */
@Singleton
public class StatisticLog {

    private final RecordStore store;

    public StatisticLog(RecordStore store) {
        this.store = store;
    }

    /**
     * Appends a version; everything else of the write must have been flushed.
     *
     * @param view what a reader gets
     */
    public void append(Caller caller, Change.Op op, Reported figure, Object view) {
        var everybody = new RecordRoot.Sight(
                Visibility.PUBLIC, figure.parties(), List.of(Caller.EVERYBODY), within(caller, figure));
        RecordRoot.@Nullable Sight before = op == Change.Op.CREATED ? null : everybody;
        String type = Logged.nameOf(figure.getClass());
        long version = figure.version();
        var change = new Change(op, type, figure.id(), version, before, everybody, view, figure.reporter(), false);
        store.changes().append(change, caller);
    }

    private static List<String> within(Caller caller, Reported figure) {
        return figure.parties().stream()
                .flatMap(code -> caller.regions().on(code, figure.months().firstDay()).stream())
                .flatMap(unit -> caller.regions().within(unit).stream())
                .distinct()
                .toList();
    }
}
