package io.provincelink.agreements.legalact;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal act as a client sends it.
 *
 * @param number as it is printed on it, {@code 30a/2008/NQ-CP}
 * @param issuer who issued it; the issuer's region is the party whose record it is
 * @param validFrom the first day on which it is valid; where it is left out, the day on which it was issued
 * @param validTo the last one; must be given when another act replaced it
 * @param replacedBy id or code of the later act that replaced it
 * @param basis ids or codes of the acts that it rests on
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record LegalActDraft(
        @Nullable UUID id,
        @NotNull @RecordCode String code,

        @NotNull @Size(max = 80) @Pattern(regexp = "^\\S(.*\\S)?$")
        String number,

        @NotNull LegalActKind kind,
        @NotNull @Valid Body issuer,
        @NotNull @Valid Text title,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable @Size(max = 120) String replacedBy,
        @Nullable @Size(max = 50) List<@NotNull @Size(max = 120) String> basis,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public LegalActDraft {
        basis = Objects.requireNonNullElse(basis, List.of());
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static LegalActDraft of(LegalAct act) {
        LegalActTerms terms = act.terms();
        return new LegalActDraft(
                act.id(),
                act.code(),
                act.number(),
                act.kind(),
                terms.issuer(),
                act.title(),
                act.issuedOn(),
                act.validFrom(),
                act.validTo(),
                terms.replacedBy(),
                terms.basis(),
                terms.note(),
                act.visibility(),
                terms.source(),
                act.externalIds());
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new LocalDate[] {issuedOn, validFrom, source == null ? null : source.publishedOn()};
    }

    List<String> regions() {
        return List.of(issuer.region());
    }

    LegalActTerms terms() {
        return new LegalActTerms(issuer, replacedBy, basis, note, source);
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.check("/issuer/region", issuer == null ? null : issuer.region()));
        LocalDate start = validFrom == null ? issuedOn : validFrom;
        if (validTo != null && start != null && validTo.isBefore(start)) {
            faults.add(Fault.at("/validTo", "before-start", start));
        }
        if (replacedBy != null && validTo == null) {
            faults.add(Fault.at("/validTo", "required"));
        }
        return faults;
    }
}
