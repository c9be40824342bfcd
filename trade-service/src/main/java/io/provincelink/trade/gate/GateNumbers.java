package io.provincelink.trade.gate;

import io.provincelink.kit.problem.Fault;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The numbers by which figures name gates, as they were at one moment. */
public record GateNumbers(Map<String, Short> byCode) {

    public GateNumbers {
        byCode = Map.copyOf(byCode);
    }

    /** That there is no gate of this code; none where it is there. */
    public List<Fault> faults(String pointer, String code) {
        return byCode.containsKey(code) ? List.of() : List.of(unknown(pointer, code, byCode.keySet()));
    }

    static Fault unknown(String pointer, String code, Collection<String> known) {
        List<String> nearest = NearestGates.of(code, known.stream().sorted().toList());
        return Fault.at(pointer, "unknown-gate", String.join(", ", nearest));
    }
}
