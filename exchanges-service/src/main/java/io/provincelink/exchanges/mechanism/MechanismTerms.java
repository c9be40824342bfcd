package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a mechanism says of itself and no query asks for, kept together in one JSON column. */
public record MechanismTerms(
        List<Party> parties,
        List<String> hostRotation,
        List<SessionException> exceptions,
        @Nullable String agreement,
        boolean planned,
        @Nullable Text note,
        @Nullable Source source) {

    public MechanismTerms {
        exceptions = Objects.requireNonNullElse(exceptions, List.of()); // rows of before there were any
    }
}
