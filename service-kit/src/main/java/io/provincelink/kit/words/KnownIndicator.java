package io.provincelink.kit.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The indicators of the whole suite: which there are and what each is counted in. A programme may aim at those of every service although
 * no service asks another one; what an indicator is called and how it is counted is told by the service that publishes it.
 */
public enum KnownIndicator {
    TWINNED_DISTRICTS("pair"),
    TWINNED_COMMUNES("commune"),
    GRANTS("grant"),
    GRANT_COMMITMENT("USD"),
    GRANT_DISBURSEMENT("USD"),
    AID_ORGANISATIONS("organisation"),
    AID_PROJECTS("project"),
    AID_WORKS("work"),
    PRODUCTION_MODEL_SITES("site"),
    OCOP_COOPERATIVES("cooperative"),
    POOR_DISTRICTS("district"),
    COUNTIES_OUT_OF_POVERTY("county"),
    PEOPLE_OUT_OF_POVERTY("person"),
    POVERTY_RATE("percentage-point"),
    POVERTY_RATE_MINORITIES("percentage-point"),
    POVERTY_RATE_POOR_DISTRICTS("percentage-point"),
    POOR_DISTRICTS_SHARE("percent"),
    HARD_COMMUNES_SHARE("percent"),
    HIGH_LEVEL_MEETINGS("meeting"),
    DELEGATIONS("delegation"),
    DELEGATES("person"),
    MECHANISM_SESSIONS("session"),
    TRADE_TURNOVER("USD"),
    VEHICLE_PERMITS("permit"),
    LABOUR_PLACEMENTS("placement"),
    EXPORTS("USD"),
    IMPORTS("USD");

    private final String unit;

    KnownIndicator(String unit) {
        this.unit = unit;
    }

    /** As it stands in addresses and goals: {@code trade-turnover}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A code of {@link Units}; for money, the usual currency. */
    public String unit() {
        return unit;
    }

    public static Optional<KnownIndicator> find(String code) {
        return Arrays.stream(values())
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }

    /** All codes, for who wrote another one. */
    public static String codes() {
        return Arrays.stream(values()).map(KnownIndicator::code).collect(Collectors.joining(", "));
    }
}
