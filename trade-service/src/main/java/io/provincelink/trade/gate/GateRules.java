package io.provincelink.trade.gate;

import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.RecordDesk;
import io.provincelink.trade.statistic.StatisticDraft;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the gate is there that a figure names. */
@Singleton
class GateRules implements DraftRules<StatisticDraft> {

    private final Gates gates;
    private final RecordDesk desk;

    GateRules(Gates gates, RecordDesk desk) {
        this.gates = gates;
        this.desk = desk;
    }

    @Override
    public Class<StatisticDraft> drafts() {
        return StatisticDraft.class;
    }

    @Override
    public List<Fault> faults(StatisticDraft draft, @Nullable ExternalId key) {
        return gates.faults(desk.caller(), "/gate", draft.gate());
    }
}
