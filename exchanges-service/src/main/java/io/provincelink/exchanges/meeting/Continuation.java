package io.provincelink.exchanges.meeting;

import java.util.UUID;

/** An outcome of a later session that goes on with one of an earlier one. */
public record Continuation(UUID mechanism, UUID continues, UUID outcome, OutcomeStatus status) {

    Carried from() {
        return new Carried(mechanism, continues);
    }

    Carried to() {
        return new Carried(mechanism, outcome);
    }
}
