package io.provincelink.trade.statistic;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A month such as {@code 2019-05}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = Month.FORM)
@ReportAsSingleViolation
public @interface Month {
    String FORM = "^(19|20)\\d{2}-(0[1-9]|1[0-2])$";

    String message() default "{provincelink.month}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
