package io.provincelink.agreements.agreement.life;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A party's signature. */
@Schema(name = "AgreementSignature")
public record Signature(String region, LocalDate on) {}
