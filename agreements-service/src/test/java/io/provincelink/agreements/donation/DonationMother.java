package io.provincelink.agreements.donation;

/** Donations in kind to test with, between the fictional provinces. */
public final class DonationMother {

    private DonationMother() {}

    /** The same of a programme that there is. */
    public static String of(String programme) {
        return shared(programme).replaceFirst("\\{", "{\"programme\": \"" + programme + "\", ");
    }

    /** Masks of February 2021 that both sides may see, with a mark in the note. */
    public static String shared(String mark) {
        return """
            {"parties": ["XA.01", "XB.010100"], "visibility": "PARTIES", "note": {"en": "%s"},
             "donors": [{"vi": "Tỉnh B Một"}], "recipient": {"vi": "Tỉnh A Một"},
             "on": {"from": "2021-02-10", "to": "2021-02-20"},
             "items": [{"what": {"en": "Masks"}, "figure": {"value": 50000, "qualifier": "OVER", "unit": "piece"}}],
             "mobilisedBy": [{"en": "Union of friendship organisations"}]}
            """.formatted(mark);
    }
}
