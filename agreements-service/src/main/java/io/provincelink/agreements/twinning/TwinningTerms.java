package io.provincelink.agreements.twinning;

import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a twinning says of itself and no query asks for, kept together in one JSON column. */
public record TwinningTerms(
        List<TwinningSide> sides,
        @Nullable String agreement,
        @Nullable Text note,
        @Nullable Source source) {}
