package io.provincelink.agreements.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.RegionCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The permission of a foreign organisation to work in the country.
 *
 * @param number of the certificate
 * @param validTo its last day, absent where it has none or it is not known
 * @param regions where it may work, empty where the certificate names none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationRegistration(
        @NotBlank @Size(max = 100) String number,
        @Nullable LocalDate validTo,
        @Nullable @Size(max = 200) List<@NotNull @RegionCode String> regions) {

    public OrganisationRegistration {
        regions = Objects.requireNonNullElse(regions, List.of());
    }

    boolean hasRunOut(LocalDate today) {
        return validTo != null && validTo.isBefore(today);
    }
}
