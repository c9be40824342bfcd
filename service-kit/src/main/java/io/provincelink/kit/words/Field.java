package io.provincelink.kit.words;

import java.util.EnumSet;
import java.util.Set;

/** Fields of cooperation. */
public enum Field {
    FRIENDSHIP,
    TRADE,
    BORDER_MANAGEMENT,
    POLICE,
    JUSTICE,
    AGRICULTURE,
    FORESTRY,
    ENVIRONMENT,
    CULTURE,
    TOURISM,
    EDUCATION,
    HEALTH,
    LABOUR,
    EPIDEMIC_CONTROL,
    POVERTY_REDUCTION,
    WATER_SANITATION,
    CHILD_PROTECTION,
    GENDER_EQUALITY,
    DISABILITY_INCLUSION,
    CAPACITY_BUILDING,
    HOUSING,
    OTHER;

    private static final Set<Field> SENSITIVE = EnumSet.of(POLICE, JUSTICE, BORDER_MANAGEMENT);

    /** Whether records in this field stay between the parties unless these publish them. */
    public boolean isSensitive() {
        return SENSITIVE.contains(this);
    }
}
