package io.provincelink.agreements.review;

import io.provincelink.agreements.donation.Donation;
import io.provincelink.agreements.donation.DonationItem;
import io.provincelink.agreements.twinning.Twinning;
import io.provincelink.agreements.twinning.TwinningLevel;
import io.provincelink.agreements.twinning.TwinningSide;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.record.observation.IndicatorPart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Indicators, twinnings and donations of the parties. */
public record AgreementsReviewPart(List<IndicatorPart> indicators, List<Twin> twinnings, List<Gift> donations) {

    /** A twinning in a review. */
    public record Twin(UUID id, TwinningLevel level, List<TwinningSide> sides) {
        static Twin of(Twinning twinning) {
            return new Twin(twinning.id(), twinning.level(), twinning.terms().sides());
        }
    }

    /** A donation in a review. */
    public record Gift(
            UUID id,
            Period on,
            List<DonationItem> items,
            List<Text> donors,
            @Nullable Text note,
            @Nullable Source source) {
        static Gift of(Donation donation) {
            var terms = donation.terms();
            return new Gift(donation.id(), donation.on(), terms.items(), terms.donors(), terms.note(), terms.source());
        }
    }
}
