package io.provincelink.agreements.donation;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Reference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A donation in kind as a client sends it.
 *
 * @param parties regions that gave and received
 * @param recipient absent where the source does not say
 * @param on the days on which it was handed over
 * @param mobilisedBy who brought it about
 * @param programme id or code of the programme that it belongs to
 * @param visibility OWN_SIDE (the default) or PARTIES; PUBLIC is agreed afterwards by publication
 */
public record DonationDraft(
        @Nullable UUID id,
        @NotEmpty @Size(max = 20) List<@NotNull @RegionCode String> parties,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Text> donors,
        @Nullable @Valid Text recipient,
        @NotNull @Valid Period on,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid DonationItem> items,
        @Nullable @Size(max = 50) List<@NotNull @Valid Text> mobilisedBy,
        @Nullable @Size(max = 120) String programme,
        @Nullable @Valid Text note,
        @Nullable Visibility visibility,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds)
        implements Draft {

    public DonationDraft {
        mobilisedBy = Objects.requireNonNullElse(mobilisedBy, List.of());
        programme = Reference.spelt(programme);
        externalIds = Objects.requireNonNullElse(externalIds, List.of());
    }

    /** What an edit starts from. */
    static DonationDraft of(Donation donation) {
        DonationTerms terms = donation.terms();
        return new DonationDraft(
                donation.id(),
                donation.parties(),
                terms.donors(),
                terms.recipient(),
                donation.on(),
                terms.items(),
                terms.mobilisedBy(),
                donation.programme(),
                terms.note(),
                donation.visibility(),
                terms.source(),
                donation.externalIds());
    }

    DonationTerms terms() {
        return new DonationTerms(donors, recipient, items, mobilisedBy, note, source);
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {on == null ? null : on.from()};
    }

    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.check("/parties/*", parties));
        for (int i = 0; items != null && i < items.size(); i++) {
            Figure figure = items.get(i) == null ? null : items.get(i).figure();
            int sign = figure == null || figure.value() == null
                    ? 1
                    : figure.value().signum();
            if (sign <= 0) {
                faults.add(Fault.at("/items/" + i + "/figure/value", sign < 0 ? "negative" : "not-zero"));
            }
        }
        return faults;
    }

    /** What is only promised has not been handed over. */
    @Override
    public List<Fault> faults(Anchor anchor, LocalDate today) {
        List<Fault> faults = new ArrayList<>(faults(anchor));
        if (on != null && on.from() != null && on.from().isAfter(today)) {
            faults.add(Fault.at("/on/from", "in-future", today));
        }
        if (on != null && on.to() != null && on.to().isAfter(today)) {
            faults.add(Fault.at("/on/to", "in-future", today));
        }
        return faults;
    }
}
