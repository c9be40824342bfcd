package io.provincelink.kit.words;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A unit that {@link Units} knows. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownUnit.Check.class)
// for the contract; what does not even look like a unit is the same fault
@Pattern(regexp = "^[A-Za-z-]{1,20}$")
@ReportAsSingleViolation
public @interface KnownUnit {
    String message() default "{provincelink.unit.unknown}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is somebody else's business (@NotNull). */
    final class Check implements ConstraintValidator<KnownUnit, String> {
        @Override
        public boolean isValid(@Nullable String unit, ConstraintValidatorContext context) {
            return unit == null || Units.isKnown(unit);
        }
    }
}
