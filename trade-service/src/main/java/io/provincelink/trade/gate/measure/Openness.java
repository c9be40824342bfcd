package io.provincelink.trade.gate.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a gate is open on a day: when both sides are, be it with restrictions.
 *
 * @param gate the gate's code
 * @param open null where one side's state is not known and the other side is not closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Openness(String gate, LocalDate on, @Nullable Boolean open, GateState state, List<SideOpenness> sides) {

    public static Openness of(String gate, LocalDate on, List<SideOpenness> sides) {
        GateState state = sides.stream()
                .map(SideOpenness::state)
                .max(Comparator.naturalOrder())
                .orElse(GateState.UNKNOWN);
        return new Openness(gate, on, state == GateState.UNKNOWN ? null : state.letsThrough(), state, sides);
    }

    @JsonIgnore // open says it
    public boolean isKnownToBeOpen() {
        return state.letsThrough();
    }
}
