package io.provincelink.exchanges.adoption;

import io.provincelink.exchanges.practice.PracticeResult;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an adoption says of itself and no query asks for, kept together in one JSON column.
 *
 * @param fields those that the practice had when it was taken up; with those that it has by now they decide whether the adoption is sensitive
 */
public record AdoptionTerms(
        List<Field> fields,
        @Nullable Text note,
        List<PracticeResult> results,
        @Nullable Source source) {}
