package io.provincelink.agreements.programme;

import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a programme says of itself and no query asks for, kept together in one JSON column. */
public record ProgrammeTerms(
        List<Party> parties,
        List<Field> fields,
        boolean fieldsAreExamples,
        List<String> agreements,
        @Nullable String predecessor,
        @Nullable String parent,
        @Nullable Text basis,
        @Nullable Text note,
        @Nullable Source source,
        List<LevelCriteria> criteria,
        List<String> restsOn) {

    public ProgrammeTerms {
        // kept before there were any
        criteria = Objects.requireNonNullElse(criteria, List.of());
        restsOn = Objects.requireNonNullElse(restsOn, List.of());
    }
}
