package io.provincelink.agreements.agreement;

import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agreement says of itself and no query asks for, kept together in one JSON column. */
public record AgreementTerms(
        List<Party> parties,
        List<Field> fields,
        List<Text> legalBasis,
        List<String> restsOn,
        @Nullable String renews,
        List<String> authenticLanguages,
        @Nullable String prevailingLanguage,
        @Nullable Text note,
        @Nullable Source source) {}
