package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.activity.Activities;
import io.provincelink.record.activity.ActivityQuestion;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Mechanisms in short. */
@Singleton
public class MechanismBriefs implements Activities<Mechanism> {

    private final Mechanisms mechanisms;

    public MechanismBriefs(Mechanisms mechanisms) {
        this.mechanisms = mechanisms;
    }

    @Override
    public String type() {
        return "MECHANISM";
    }

    @Override
    public Mechanisms records() {
        return mechanisms;
    }

    @Override
    public Brief brief(Caller reader, Mechanism mechanism) {
        return new Brief(
                type(),
                mechanism.id(),
                null,
                mechanisms.address(mechanism),
                mechanism.kind().name(),
                mechanism.title(),
                Actor.of(mechanism.terms().parties()),
                mechanism.parties(),
                List.of(),
                Span.of(mechanism.since(), mechanism.until()),
                null);
    }

    /** A mechanism has no fields. */
    @Override
    public Optional<Filter> doing(ActivityQuestion asked) {
        return asked.field() != null
                ? Optional.empty()
                : Optional.of(asked.here()
                        .and("r.since is null or r.since <= :end", "end", asked.to())
                        .and("r.until is null or r.until >= :start", "start", asked.from()));
    }
}
