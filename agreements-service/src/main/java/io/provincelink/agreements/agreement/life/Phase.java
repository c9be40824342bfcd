package io.provincelink.agreements.agreement.life;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/** Days, both included, on which an agreement has one status; the database keeps them, so that a list can ask for a status on a day. */
@Embeddable
public record Phase(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        AgreementStatus status,

        @Column(nullable = false) LocalDate fromDay,
        @Column(nullable = false) LocalDate untilDay) {

    /** The first and the last day that the database and the API know. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
}
