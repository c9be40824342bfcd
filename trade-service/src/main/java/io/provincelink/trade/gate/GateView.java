package io.provincelink.trade.gate;

import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A gate as a client gets it. */
public record GateView(
        UUID id,
        String code,
        List<GateSide> sides,
        GateKind kind,
        @Nullable String since,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt) {

    static GateView of(Gate gate, LocalDate today) {
        return new GateView(
                gate.id(),
                gate.code(),
                gate.sides(),
                gate.kind(),
                gate.since(),
                gate.note(),
                gate.visibility(),
                gate.source(),
                gate.externalIds(),
                gate.updatedAt());
    }
}
