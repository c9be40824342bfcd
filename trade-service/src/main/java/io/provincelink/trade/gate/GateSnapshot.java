package io.provincelink.trade.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.provincelink.trade.gate.measure.GateMeasureView;
import java.time.LocalDate;
import java.util.List;

/** A version in the change log: the gate with its measures, in the order in which they were recorded. */
record GateSnapshot(
        @JsonUnwrapped GateView gate,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GateMeasureView> measures) {

    static GateSnapshot of(Gate gate, LocalDate today) {
        return new GateSnapshot(
                GateView.of(gate, today),
                gate.measures().stream()
                        .map(measure -> GateMeasureView.of(measure, gate.code()))
                        .toList());
    }
}
