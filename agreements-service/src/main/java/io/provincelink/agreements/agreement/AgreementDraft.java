package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.life.Life;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Period;
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
 * An agreement as a client sends it.
 *
 * @param signedOn the day, not after today, on which all have signed as the writer of the record states it; absent for a draft
 * @param period in which it is in force
 * @param legalBasis what allows it
 * @param restsOn ids or codes of the agreements and legal acts that it rests on
 * @param renews id or code of the earlier agreement that this one renews or follows
 * @param authenticLanguages language codes of the authentic texts
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record AgreementDraft(
        @Nullable UUID id,
        @NotNull @RecordCode String code,
        @NotNull AgreementKind kind,
        @NotNull @Valid Text title,
        @NotNull @Size(min = 2, max = 20) List<@NotNull @Valid Party> parties,
        @NotNull AgreementLevel level,
        @Nullable @Size(max = 30) List<@NotNull Field> fields,
        @Nullable LocalDate signedOn,
        @Nullable @Valid Period period,
        @Nullable @Size(max = 50) List<@NotNull @Valid Text> legalBasis,
        @Nullable @Size(max = 50) List<@NotNull @Size(max = 120) String> restsOn,
        @Nullable @Size(max = 120) String renews,
        @Nullable @Size(max = 10) List<@NotNull @Pattern(regexp = "^[a-z]{2,3}$") String> authenticLanguages,
        @Nullable @Pattern(regexp = "^[a-z]{2,3}$") String prevailingLanguage,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public AgreementDraft {
        fields = Objects.requireNonNullElse(fields, List.of());
        legalBasis = Objects.requireNonNullElse(legalBasis, List.of());
        restsOn = Objects.requireNonNullElse(restsOn, List.of());
        authenticLanguages = Objects.requireNonNullElse(authenticLanguages, List.of());
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static AgreementDraft of(Agreement agreement) {
        AgreementTerms terms = agreement.terms();
        return new AgreementDraft(
                agreement.id(),
                agreement.code(),
                agreement.kind(),
                agreement.title(),
                terms.parties(),
                agreement.level(),
                terms.fields(),
                agreement.signedOn(),
                agreement.period(),
                terms.legalBasis(),
                terms.restsOn(),
                terms.renews(),
                terms.authenticLanguages(),
                terms.prevailingLanguage(),
                terms.note(),
                agreement.visibility(),
                terms.source(),
                agreement.externalIds());
    }

    /** The signing day decides what the codes mean; for one not yet signed, the first day in force or the day of publication. */
    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new LocalDate[] {
            signedOn, period == null ? null : period.from(), source == null ? null : source.publishedOn()
        };
    }

    List<String> regions() {
        return parties.stream().map(Party::region).toList();
    }

    /** The days that the draft itself states. */
    Life stated() {
        return new Life(signedOn, period, List.of());
    }

    AgreementSubstance substance() {
        return new AgreementSubstance(kind, level, title, parties, legalBasis, authenticLanguages, prevailingLanguage);
    }

    AgreementTerms terms() {
        return new AgreementTerms(
                parties, fields, legalBasis, restsOn, renews, authenticLanguages, prevailingLanguage, note, source);
    }

    @Override
    public List<Fault> faults(Anchor anchor, LocalDate today) {
        List<Fault> faults = new ArrayList<>(faults(anchor));
        if (signedOn != null && signedOn.isAfter(today)) {
            faults.add(Fault.at("/signedOn", "after-today", today));
        }
        return faults;
    }

    /** What the constraints on single fields cannot see. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.checkParties(parties));
        if (kind != null && kind.isOnlyNational() && level != null && level != AgreementLevel.NATIONAL) {
            faults.add(Fault.at("/level", "unknown-value", AgreementLevel.NATIONAL));
        }
        if (prevailingLanguage != null && !authenticLanguages.contains(prevailingLanguage)) {
            faults.add(Fault.at("/prevailingLanguage", "unknown-value", String.join(", ", authenticLanguages)));
        }
        return faults;
    }
}
