package io.provincelink.agreements.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at; it keeps nobody from anything.
 *
 * @param party the party that it concerns, where it is one
 * @param article the article of law that it rests on, where it is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementWarning(
        AgreementWarningCode code,
        @Nullable String party,
        @Nullable String article,
        Text message) {}
