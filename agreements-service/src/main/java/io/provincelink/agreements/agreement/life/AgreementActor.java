package io.provincelink.agreements.agreement.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded an action.
 *
 * @param region the unit that it was at that time
 * @param body the authority within the unit, in its token's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementActor(String region, @Nullable String body) {}
