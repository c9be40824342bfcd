package io.provincelink.exchanges.delegation;

import io.provincelink.exchanges.delegation.Delegations.SameHead;
import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.activity.Activities;
import io.provincelink.record.activity.ActivityQuestion;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Selections;
import io.provincelink.record.brief.Span;
import io.provincelink.record.brief.Warning;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Delegations in short, and heads who would have to be in two places. Who travels is not among what is said. */
@Singleton
public class DelegationBriefs implements Activities<Delegation> {

    private final Delegations delegations;

    public DelegationBriefs(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public String type() {
        return "DELEGATION";
    }

    @Override
    public Delegations records() {
        return delegations;
    }

    @Override
    public Brief brief(Caller reader, Delegation delegation) {
        return new Brief(
                type(),
                delegation.id(),
                null,
                delegations.address(delegation),
                delegation.level().name(),
                delegation.terms().purpose(),
                Actor.units(List.of(delegation.sending(), delegation.receiving())),
                List.of(delegation.receiving()),
                delegation.terms().fields(),
                Span.of(delegation.period()),
                delegation.status().name());
    }

    /** By the index of within or fields, or by delegation_years. */
    @Override
    public Optional<Filter> doing(ActivityQuestion asked) {
        return Optional.of(asked.here()
                .and("array_contains(r.fields, :field)", "field", asked.fieldName())
                .and("r.periodFrom <= :end", "end", asked.to())
                .and("r.periodTo >= :start", "start", asked.from())
                .along(asked.period() == null ? null : DelegationQuery.trail(asked.period())));
    }

    /** Those under way or to come whose head leads another one on some of the same days. */
    public List<Warning> warnings(Caller reader, Filter these) {
        List<SameHead> doubled = delegations.withDoubledHead(reader, these, Selections.SHOWN);
        delegations.shown(
                reader, doubled.stream().map(SameHead::delegation).distinct().toList(), Reading.How.LIST);
        return doubled.stream()
                .map(pair -> {
                    DelegationWarning said = DelegationWarnings.doubleBooked(pair.other());
                    return new Warning(
                            said.code().name(),
                            said.message(),
                            brief(reader, pair.delegation()),
                            said.period().from());
                })
                .toList();
    }
}
