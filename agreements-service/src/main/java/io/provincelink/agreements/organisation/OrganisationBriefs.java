package io.provincelink.agreements.organisation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Briefs;
import jakarta.inject.Singleton;
import java.util.List;

/** Organisations in short. */
@Singleton
class OrganisationBriefs implements Briefs<Organisation> {

    private final Organisations organisations;

    OrganisationBriefs(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String type() {
        return "ORGANISATION";
    }

    @Override
    public Organisations records() {
        return organisations;
    }

    @Override
    public Brief brief(Caller reader, Organisation organisation) {
        return new Brief(
                type(),
                organisation.id(),
                null,
                organisations.address(organisation),
                organisation.kind().name(),
                organisation.name(),
                List.of(new Actor(null, organisation.name())),
                organisation.registeredFor(),
                List.of(),
                null,
                null);
    }
}
