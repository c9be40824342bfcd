package io.provincelink.agreements.agreement.life;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import java.time.LocalDate;

/** A party's signature. */
@Schema(name = "AgreementSignature")
public record Signature(String region, LocalDate on) {}
