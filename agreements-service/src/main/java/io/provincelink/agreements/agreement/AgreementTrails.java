package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.life.AgreementStatus;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Trail;
import java.time.LocalDate;
import java.util.Map;

/** Ways to agreements of long ago, by the years of their days. */
final class AgreementTrails {

    // the index agreement_signed_year
    private static final Trail.Index BY_SIGNING =
            new Trail.Index("agreement where signed_on is not null", "id", "cast(extract(year from signed_on) as int)");

    // the index agreement_phase_years: the last year of the phase, then its first, in one number
    private static final int A_YEAR = 10_000;
    private static final Trail.Index BY_PHASE = new Trail.Index(
            "agreement_phase where status = :status",
            "agreement_id",
            "cast(extract(year from until_day) * 10000 + extract(year from from_day) as int)");

    private AgreementTrails() {}

    static Trail signed(Period signing) {
        return new Trail(
                BY_SIGNING,
                Trail.Numbers.years(signing.from(), signing.to()),
                "signed_on between :since and :until",
                Map.of("since", signing.from(), "until", signing.to()));
    }

    /** Status on that day: phases that end in its year or later, and begin in it or before. */
    static Trail standing(AgreementStatus status, LocalDate day) {
        int year = day.getYear();
        return new Trail(
                BY_PHASE,
                new Trail.Numbers(year * A_YEAR, Integer.MAX_VALUE, number -> number % A_YEAR <= year),
                ":day between from_day and until_day",
                Map.of("status", status.name(), "day", day));
    }
}
