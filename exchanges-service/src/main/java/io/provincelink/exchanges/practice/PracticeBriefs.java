package io.provincelink.exchanges.practice;

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

/** Practices in short. */
@Singleton
public class PracticeBriefs implements Activities<Practice> {

    private final Practices practices;

    public PracticeBriefs(Practices practices) {
        this.practices = practices;
    }

    @Override
    public String type() {
        return "PRACTICE";
    }

    @Override
    public Practices records() {
        return practices;
    }

    @Override
    public Brief brief(Caller reader, Practice practice) {
        var contact = practice.terms().contact();
        return new Brief(
                type(),
                practice.id(),
                null,
                practices.address(practice),
                null,
                practice.terms().title(),
                List.of(new Actor(practice.region(), contact == null ? null : contact.name())),
                List.of(practice.region()),
                practice.fields(),
                Span.of(practice.offeredOn(), null),
                null);
    }

    /** An offer stands from its day on; one of an unknown day may stand on any. */
    @Override
    public Optional<Filter> doing(ActivityQuestion asked) {
        return Optional.of(asked.here()
                .and("array_contains(r.fields, :field)", "field", asked.fieldName())
                .and("r.offeredOn is null or r.offeredOn <= :end", "end", asked.to()));
    }
}
