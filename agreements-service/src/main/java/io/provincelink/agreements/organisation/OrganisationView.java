package io.provincelink.agreements.organisation;

import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation as a client gets it, on one day. */
public record OrganisationView(
        UUID id,
        String owner,
        Text name,
        OrganisationKind kind,
        @Nullable String country,
        @Nullable String iatiIdentifier,
        @Nullable OrganisationRegistration registration,
        List<Warning> warnings,
        @Nullable LocalDate asOf,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt) {

    /**
     * What somebody should look at; it forbids nothing.
     *
     * @param since the first day on which it is so
     */
    @Schema(name = "OrganisationWarning")
    public record Warning(Code code, LocalDate since, Text message) {

        /** What is to be looked at. */
        @Schema(name = "OrganisationWarningCode")
        public enum Code {
            REGISTRATION_EXPIRED
        }
    }

    static OrganisationView of(Organisation organisation, LocalDate today) {
        OrganisationTerms terms = organisation.terms();
        return new OrganisationView(
                organisation.id(),
                organisation.owner(),
                organisation.name(),
                organisation.kind(),
                organisation.country(),
                terms.iatiIdentifier(),
                terms.registration(),
                warnings(terms.registration(), today),
                terms.asOf(),
                terms.note(),
                organisation.visibility(),
                terms.source(),
                organisation.externalIds(),
                organisation.updatedAt());
    }

    static List<Warning> warnings(@Nullable OrganisationRegistration registration, LocalDate today) {
        if (registration == null || registration.validTo() == null || !registration.hasRunOut(today)) {
            return List.of();
        }
        Text message = new Text("Giấy đăng ký hoạt động đã hết hạn.", "活动登记已到期。", "The registration has run out.");
        return List.of(new Warning(
                Warning.Code.REGISTRATION_EXPIRED, registration.validTo().plusDays(1), message));
    }
}
