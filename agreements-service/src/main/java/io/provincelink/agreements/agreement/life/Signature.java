package io.provincelink.agreements.agreement.life;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A party's signature.
 *
 * @param stated true where it rests on the day that the record states, and no approver of the party gave it here; else absent
 */
@Schema(name = "AgreementSignature")
public record Signature(
        String region, LocalDate on, @Nullable Boolean stated) {}
