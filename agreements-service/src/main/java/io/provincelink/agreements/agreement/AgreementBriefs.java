package io.provincelink.agreements.agreement;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Briefs;
import io.provincelink.record.brief.NewestFirst;
import io.provincelink.record.brief.Selections;
import io.provincelink.record.brief.Span;
import io.provincelink.record.brief.Warning;
import jakarta.inject.Singleton;
import java.util.List;

/** Agreements in short, with their status of today. */
@Singleton
public class AgreementBriefs implements Briefs<Agreement> {

    /** Among how many of the newest agreements undecided successors are looked for. */
    private static final int LOOKED_AT = 200;

    private final Agreements agreements;

    public AgreementBriefs(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public String type() {
        return "AGREEMENT";
    }

    @Override
    public Agreements records() {
        return agreements;
    }

    @Override
    public Brief brief(Caller reader, Agreement agreement) {
        return new Brief(
                type(),
                agreement.id(),
                agreement.code(),
                agreements.address(agreement),
                agreement.kind().name(),
                agreement.title(),
                Actor.of(agreement.terms().parties()),
                agreement.parties(),
                agreement.terms().fields(),
                agreement.period() == null
                        ? Span.of(
                                agreement.inForceSince() == null ? agreement.signedOn() : agreement.inForceSince(),
                                null)
                        : Span.of(agreement.period()),
                agreement.course(reader.regions()).on(reader.today()).name());
    }

    /** Of agreements of which a party was closed and nobody has said who takes its part over. */
    public List<Warning> warnings(Caller reader, Filter these) {
        List<Agreement> undecided = agreements.list(reader, these, new NewestFirst(LOOKED_AT)).stream()
                .limit(LOOKED_AT)
                .filter(agreement -> !PartySuccessors.undecided(agreement, reader.today(), reader.regions())
                        .isEmpty())
                .limit(Selections.SHOWN)
                .toList();
        agreements.shown(reader, undecided, Reading.How.LIST);
        return undecided.stream()
                .map(agreement -> new Warning(
                        AgreementWarningCode.SUCCESSOR_UNDECIDED.name(),
                        AgreementWarnings.UNDECIDED,
                        brief(reader, agreement),
                        null))
                .toList();
    }
}
