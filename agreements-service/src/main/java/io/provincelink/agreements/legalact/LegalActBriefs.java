package io.provincelink.agreements.legalact;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Briefs;
import io.provincelink.record.brief.Span;
import jakarta.inject.Singleton;
import java.util.List;

/** Legal acts in short. */
@Singleton
class LegalActBriefs implements Briefs<LegalAct> {

    private final LegalActs acts;

    LegalActBriefs(LegalActs acts) {
        this.acts = acts;
    }

    @Override
    public String type() {
        return "LEGAL_ACT";
    }

    @Override
    public LegalActs records() {
        return acts;
    }

    @Override
    public Brief brief(Caller reader, LegalAct act) {
        var issuer = act.terms().issuer();
        return new Brief(
                type(),
                act.id(),
                act.code(),
                acts.address(act),
                act.kind().name(),
                act.title(),
                List.of(new Actor(issuer.region(), issuer.name())),
                act.parties(),
                List.of(),
                Span.of(act.validFrom() == null ? act.issuedOn() : act.validFrom(), act.validTo()),
                null);
    }
}
