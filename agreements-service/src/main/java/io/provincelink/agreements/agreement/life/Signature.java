package io.provincelink.agreements.agreement.life;

import java.time.LocalDate;

/** A party's signature. */
public record Signature(String region, LocalDate on) {}
