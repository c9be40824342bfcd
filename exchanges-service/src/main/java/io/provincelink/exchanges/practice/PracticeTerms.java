package io.provincelink.exchanges.practice;

import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a practice says of itself and no query asks for, kept together in one JSON column. */
public record PracticeTerms(
        Text title,
        @Nullable Text description,
        List<Text> steps,
        List<Field> fields,
        @Nullable Body contact,
        @Nullable String agreement,
        List<PracticeResult> results,
        @Nullable Text note,
        @Nullable Source source) {}
