package io.provincelink.kit.words;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An ISO 4217 code of money that people pay with: no fund, no metal, no code for tests or for no currency. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CurrencyCode.Check.class)
public @interface CurrencyCode {

    /** Also for the pattern that stands beside it for the contract's sake, so that both are one fault. */
    String MESSAGE = "{provincelink.not.a.currency}";

    String message() default MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is somebody else's business (@NotNull). */
    final class Check implements ConstraintValidator<CurrencyCode, String> {
        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || Units.isCurrency(code);
        }
    }
}
