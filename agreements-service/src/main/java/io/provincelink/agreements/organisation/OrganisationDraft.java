package io.provincelink.agreements.organisation;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as a client sends it.
 *
 * @param owner the unit that keeps the record; the writer's own unless given
 * @param country where it comes from, ISO 3166; absent where it is not known
 * @param iatiIdentifier its organisation identifier in IATI, such as {@code AU-ABN-79004001665}
 * @param asOf a day on which the region codes hold; else the day on which the source was published, else today
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record OrganisationDraft(
        @Nullable UUID id,
        @Nullable @RegionCode String owner,
        @NotNull @Valid Text name,
        @NotNull OrganisationKind kind,
        @Nullable @Pattern(regexp = "^[A-Z]{2}$") String country,

        @Nullable @Size(min = 3, max = 200) @Pattern(regexp = "^[^\\s/&|?]+$")
        String iatiIdentifier,

        @Nullable @Valid OrganisationRegistration registration,
        @Nullable LocalDate asOf,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    public OrganisationDraft {
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static OrganisationDraft of(Organisation organisation) {
        OrganisationTerms terms = organisation.terms();
        return new OrganisationDraft(
                organisation.id(),
                organisation.owner(),
                organisation.name(),
                organisation.kind(),
                organisation.country(),
                terms.iatiIdentifier(),
                terms.registration(),
                terms.asOf(),
                terms.note(),
                organisation.visibility(),
                terms.source(),
                organisation.externalIds());
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new LocalDate[] {asOf, source == null ? null : source.publishedOn()};
    }

    OrganisationTerms terms() {
        return new OrganisationTerms(iatiIdentifier, registration, asOf, note, source);
    }

    List<String> registeredFor() {
        return registration == null || registration.regions() == null ? List.of() : registration.regions();
    }

    /** Organisations come from more countries than those whose units are known here. */
    static boolean isCountry(String code, Regions known) {
        return COUNTRIES.contains(code) || known.isKnownCountry(code);
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.check("/owner", owner));
        faults.addAll(anchor.check("/registration/regions/*", registeredFor()));
        if (country != null && !isCountry(country, anchor.regions())) {
            faults.add(Fault.at("/country", "unknown-country"));
        }
        return faults;
    }
}
