package io.provincelink.kit.words;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;

/** The constraints of a value, asked without an application. */
final class Violations {

    private static final Validator VALIDATOR = validator();

    private Violations() {}

    /** Path and message key of each violation, sorted. */
    static List<String> of(Object value) {
        return VALIDATOR.validate(value).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessageTemplate())
                .sorted()
                .toList();
    }

    private static Validator validator() {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator();
        }
    }
}
