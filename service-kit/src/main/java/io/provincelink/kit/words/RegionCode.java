package io.provincelink.kit.words;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Looks like a region's code, such as {@code VN.02}; whether such a unit exists on the record's day is checked with the day. */
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "^[A-Z]{2}(\\.[0-9A-Z]{1,12})?$")
@ReportAsSingleViolation
public @interface RegionCode {
    String message() default "{provincelink.region.code}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
