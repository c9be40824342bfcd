package io.provincelink.exchanges.practice;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Reference;
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
 * A practice as a client sends it.
 *
 * @param region the unit that offers it, alone its party; it stays
 * @param offeredOn day from which it is offered, absent where that is not known
 * @param contact the body that tells others more
 * @param steps how it is done, in order
 * @param results what came of it where it is offered
 * @param programme id or code of the programme that it serves
 * @param agreement id or code of the agreement under which it is offered
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication, so that others may take it up
 */
public record PracticeDraft(
        @Nullable UUID id,
        @NotNull @Valid Text title,
        @Nullable @Valid Text description,
        @Nullable @Size(max = 50) List<@NotNull @Valid Text> steps,
        @Nullable @Size(max = 30) List<@NotNull Field> fields,
        @NotNull @RegionCode String region,
        @Nullable LocalDate offeredOn,
        @Nullable @Valid Body contact,
        @Nullable @Size(max = 200) List<@NotNull @Valid PracticeResult> results,
        @Nullable @Size(max = 120) String programme,
        @Nullable @Size(max = 120) String agreement,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public PracticeDraft {
        steps = Objects.requireNonNullElse(steps, List.of());
        fields = Objects.requireNonNullElse(fields, List.of());
        results = Objects.requireNonNullElse(results, List.of());
        programme = Reference.spelt(programme);
        agreement = Reference.spelt(agreement);
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static PracticeDraft of(Practice practice) {
        PracticeTerms terms = practice.terms();
        return new PracticeDraft(
                practice.id(),
                terms.title(),
                terms.description(),
                terms.steps(),
                terms.fields(),
                practice.region(),
                practice.offeredOn(),
                terms.contact(),
                terms.results(),
                practice.programme(),
                terms.agreement(),
                terms.note(),
                practice.visibility(),
                terms.source(),
                practice.externalIds());
    }

    PracticeTerms terms() {
        return new PracticeTerms(title, description, steps, fields, contact, agreement, results, note, source);
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {offeredOn, source == null ? null : source.publishedOn()};
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.check("/region", region));
        if (contact != null) {
            faults.addAll(anchor.check("/contact/region", contact.region()));
        }
        return faults;
    }

    @Override
    public List<Fault> faults(Anchor anchor, LocalDate today) {
        List<Fault> faults = new ArrayList<>(faults(anchor));
        faults.addAll(PracticeResult.faults(results, today));
        return faults;
    }

    /** Who offers it stays: what another place offers is another practice, and others may have taken this one up. */
    List<Fault> faultsBeside(Practice present) {
        return region == null || region.equals(present.region())
                ? List.of()
                : List.of(Fault.fixed("/region", present.region()));
    }
}
