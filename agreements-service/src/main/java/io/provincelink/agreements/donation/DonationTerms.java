package io.provincelink.agreements.donation;

import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a donation says of itself and no query asks for, kept together in one JSON column. */
public record DonationTerms(
        List<Text> donors,
        @Nullable Text recipient,
        List<DonationItem> items,
        List<Text> mobilisedBy,
        @Nullable Text note,
        @Nullable Source source) {}
