package io.provincelink.trade.gate;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Briefs;
import io.provincelink.record.brief.Span;
import jakarta.inject.Singleton;
import java.util.List;

/** Gates in short, titled by the names of both sides. */
@Singleton
class GateBriefs implements Briefs<Gate> {

    private final Gates gates;

    GateBriefs(Gates gates) {
        this.gates = gates;
    }

    @Override
    public String type() {
        return "GATE";
    }

    @Override
    public Gates records() {
        return gates;
    }

    @Override
    public Brief brief(Caller reader, Gate gate) {
        return new Brief(
                type(),
                gate.id(),
                gate.code(),
                gates.address(gate),
                gate.kind().name(),
                Brief.joined(gate.sides().stream().map(GateSide::name).toList()),
                Actor.units(gate.parties()),
                gate.parties(),
                List.of(Field.TRADE),
                Period.parse(gate.since())
                        .map(since -> new Span(since.from(), null))
                        .orElse(null),
                null);
    }
}
