package io.provincelink.agreements.donation;

import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A donation as a client gets it.
 *
 * @param publishedBy parties whose approvers agreed that everybody may read what it says now; where it is PUBLIC and a party is missing, that
 *     party has not agreed to the latest change
 */
public record DonationView(
        UUID id,
        List<String> parties,
        List<Text> donors,
        @Nullable Text recipient,
        Period on,
        List<DonationItem> items,
        List<Text> mobilisedBy,
        @Nullable String programme,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt,
        List<String> publishedBy) {

    static DonationView of(Donation donation) {
        DonationTerms terms = donation.terms();
        return new DonationView(
                donation.id(),
                donation.parties(),
                terms.donors(),
                terms.recipient(),
                donation.on(),
                terms.items(),
                terms.mobilisedBy(),
                donation.programme(),
                terms.note(),
                donation.visibility(),
                terms.source(),
                donation.externalIds(),
                donation.updatedAt(),
                donation.consents());
    }
}
