package io.provincelink.exchanges.adoption;

import io.provincelink.exchanges.practice.PracticeResult;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An adoption as a client sends it.
 *
 * @param adopter the unit that takes the practice up; it stays
 * @param since first day, absent where it has none yet or it is not known
 * @param results what came of it there, added to as it is reported back
 * @param visibility OWN_SIDE (the default) or PARTIES, which are the adopter and who offers the practice; PUBLIC is agreed afterwards by
 *     publication
 */
public record AdoptionDraft(
        @Nullable UUID id,
        @NotNull @RegionCode String adopter,
        @NotNull AdoptionStatus status,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable @Valid Text note,
        @Nullable @Size(max = 500) List<@NotNull @Valid PracticeResult> results,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public AdoptionDraft {
        results = Objects.requireNonNullElse(results, List.of());
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static AdoptionDraft of(Adoption adoption) {
        AdoptionTerms terms = adoption.terms();
        return new AdoptionDraft(
                adoption.id(),
                adoption.adopter(),
                adoption.status(),
                adoption.since(),
                adoption.until(),
                terms.note(),
                terms.results(),
                adoption.visibility(),
                terms.source(),
                adoption.externalIds());
    }

    /** @param fields those of the practice */
    AdoptionTerms terms(List<Field> fields) {
        return new AdoptionTerms(fields, note, results, source);
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {since, source == null ? null : source.publishedOn()};
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.check("/adopter", adopter));
        if (since != null && until != null && until.isBefore(since)) {
            faults.add(Fault.at("/until", "before", "since"));
        }
        return faults;
    }

    @Override
    public List<Fault> faults(Anchor anchor, LocalDate today) {
        List<Fault> faults = new ArrayList<>(faults(anchor));
        faults.addAll(PracticeResult.faults(results, today));
        if (status == AdoptionStatus.RUNNING && since != null && since.isAfter(today)) {
            faults.add(Fault.at("/since", "in-future", today));
        }
        if (status == AdoptionStatus.ENDED && until != null && until.isAfter(today)) {
            faults.add(Fault.at("/until", "in-future", today));
        }
        return faults;
    }

    /** Who adopts stays: that another unit does too is another adoption. */
    List<Fault> faultsBeside(Adoption present) {
        return adopter == null || adopter.equals(present.adopter())
                ? List.of()
                : List.of(Fault.fixed("/adopter", present.adopter()));
    }
}
