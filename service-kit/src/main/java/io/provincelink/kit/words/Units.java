package io.provincelink.kit.words;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** What a figure may be counted in: an ISO 4217 currency or one of the unit codes below. */
public final class Units {

    /** Codes beside the currencies, in the singular. */
    public static final Set<String> CODES = Set.of(
            "person",
            "household",
            "delegation",
            "meeting",
            "session",
            "permit",
            "placement",
            "pair",
            "commune",
            "township",
            "district",
            "county",
            "village",
            "region",
            "grant",
            "project",
            "organisation",
            "work",
            "site",
            "cooperative",
            "group",
            "passenger",
            "vehicle",
            "piece",
            "kg",
            "m",
            "day",
            "month",
            "year",
            "percent",
            "percentage-point");

    /** ISO 4217 codes of funds and units of account: contracts are reckoned in them, nobody is paid in them. */
    private static final Set<String> FUNDS =
            Set.of("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "USS", "UYI", "UYW");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> !FUNDS.contains(currency.getCurrencyCode()))
            // none has those that stand for a metal, a test or no currency at all
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Units() {}

    public static boolean isKnown(String unit) {
        return CODES.contains(unit) || isCurrency(unit);
    }

    /** Whether it is money that people pay with. */
    public static boolean isCurrency(String unit) {
        return CURRENCIES.contains(unit);
    }
}
