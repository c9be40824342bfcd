package io.provincelink.trade.figure;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Two to six digits of the Harmonized System. A shorter code is the part of its goods that is not broken down. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = HsCode.FORM)
@ReportAsSingleViolation
public @interface HsCode {
    String FORM = "^(?!00)\\d{2,6}$";

    String message() default "{provincelink.hs}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
