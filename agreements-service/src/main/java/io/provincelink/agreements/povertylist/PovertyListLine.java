package io.provincelink.agreements.povertylist;

import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list among others: without its units, which may be thousands. */
public record PovertyListLine(
        UUID id,
        PovertyListKind kind,
        Text title,
        String country,
        List<String> parties,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable Text basis,
        @Nullable PublishedCount published,
        Visibility visibility) {

    static PovertyListLine of(PovertyList list) {
        return new PovertyListLine(
                list.id(),
                list.kind(),
                list.terms().title(),
                list.country(),
                list.parties(),
                list.since(),
                list.until(),
                list.terms().basis(),
                list.terms().published(),
                list.visibility());
    }
}
