package io.provincelink.agreements.agreement;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an agreement stands; it follows from its dates. */
public enum AgreementStatus {
    DRAFT,
    SIGNED,
    IN_FORCE,
    EXPIRED;

    static AgreementStatus on(LocalDate day, @Nullable LocalDate signedOn, @Nullable Period inForce) {
        if (inForce != null && !day.isBefore(inForce.from())) {
            return day.isAfter(inForce.to()) ? EXPIRED : IN_FORCE;
        }
        return signedOn == null || day.isBefore(signedOn) ? DRAFT : SIGNED;
    }
}
