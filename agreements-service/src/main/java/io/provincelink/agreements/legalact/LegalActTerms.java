package io.provincelink.agreements.legalact;

import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a legal act says of itself and no query asks for, kept together in one JSON column. */
public record LegalActTerms(
        Body issuer,
        @Nullable String replacedBy,
        List<String> basis,
        @Nullable Text note,
        @Nullable Source source) {}
