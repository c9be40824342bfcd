package io.provincelink.agreements.povertylist;

import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list says of itself and no query asks for, kept together in one JSON column. */
public record PovertyListTerms(
        Text title,
        @Nullable Text basis,
        @Nullable PublishedCount published,
        List<ListedUnit> entries,
        @Nullable Text note,
        @Nullable Source source) {}
