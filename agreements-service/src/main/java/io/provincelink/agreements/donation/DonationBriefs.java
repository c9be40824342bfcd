package io.provincelink.agreements.donation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Briefs;
import io.provincelink.record.brief.Span;
import jakarta.inject.Singleton;
import java.util.List;

/** Donations in short, titled by what was given. */
@Singleton
public class DonationBriefs implements Briefs<Donation> {

    private static final int MOST_NAMED = 3;

    private final Donations donations;

    public DonationBriefs(Donations donations) {
        this.donations = donations;
    }

    @Override
    public String type() {
        return "DONATION";
    }

    @Override
    public Donations records() {
        return donations;
    }

    @Override
    public Brief brief(Caller reader, Donation donation) {
        DonationTerms terms = donation.terms();
        return new Brief(
                type(),
                donation.id(),
                null,
                donations.address(donation),
                null,
                Brief.joined(terms.items().stream()
                        .limit(MOST_NAMED)
                        .map(DonationItem::what)
                        .toList()),
                terms.donors().stream().map(donor -> new Actor(null, donor)).toList(),
                donation.parties(),
                List.of(),
                Span.of(donation.on()),
                null);
    }
}
