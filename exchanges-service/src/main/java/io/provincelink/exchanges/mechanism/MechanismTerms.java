package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mechanism says of itself and no query asks for, kept together in one JSON column. */
public record MechanismTerms(
        List<Party> parties,
        List<String> hostRotation,
        @Nullable String agreement,
        boolean planned,
        @Nullable Text note,
        @Nullable Source source) {}
