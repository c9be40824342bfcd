package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.RecordStore;
import io.provincelink.record.change.Change;
import io.provincelink.record.change.Logged;
import io.provincelink.trade.figure.TraderNumbers;
import io.provincelink.trade.statistic.MonthRange;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How a load gets into the change log: as one public item, since the figures that it changed are public. */
@Singleton
class LoadLog {

    private final RecordStore store;
    private final TraderNumbers traders;

    LoadLog(RecordStore store, TraderNumbers traders) {
        this.store = store;
        this.traders = traders;
    }

    /** Appends at the end of the transaction. */
    void append(Caller sender, TradeLoad load) {
        String reporter = Objects.requireNonNull(load.reporter());
        List<String> partners = load.manifest().partners().stream()
                .map(number -> traders.code(sender, number))
                .toList();
        List<String> parties = new ArrayList<>(List.of(reporter));
        parties.addAll(partners);
        LocalDate first = new MonthRange(load.manifest().periods().get(0), 1).firstDay();
        var everybody = new RecordRoot.Sight(
                Visibility.PUBLIC, parties, List.of(Caller.EVERYBODY), within(sender, parties, first));
        store.changes()
                .append(
                        new Change(
                                Change.Op.CREATED,
                                Logged.nameOf(TradeLoad.class),
                                load.id(),
                                0,
                                null,
                                everybody,
                                LoadedFigures.of(load, partners),
                                reporter,
                                false),
                        sender);
    }

    private static List<String> within(Caller caller, List<String> parties, LocalDate day) {
        return parties.stream()
                .flatMap(code -> caller.regions().on(code, day).stream())
                .flatMap(unit -> caller.regions().within(unit).stream())
                .distinct()
                .toList();
    }
}
