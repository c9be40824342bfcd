package io.provincelink.agreements.organisation;

import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an organisation says of itself and no query asks for, kept together in one JSON column. */
public record OrganisationTerms(
        @Nullable String iatiIdentifier,
        @Nullable OrganisationRegistration registration,
        @Nullable LocalDate asOf,
        @Nullable Text note,
        @Nullable Source source) {}
