package io.provincelink.agreements.twinning;

/** Twinnings to test with, between the fictional countries. */
public final class TwinningMother {

    private TwinningMother() {}

    /** One district on each side, since 2014, that both sides may see. */
    public static String districts() {
        return """
                {"level": "DISTRICT", "visibility": "PARTIES", "since": "2014-05-01",
                 "sides": [{"country": "XA", "regions": ["XA.011"]}, {"country": "XB", "regions": ["XB.010101"]}]}
                """;
    }

    /** Communes of which the source gives the number alone. */
    public static String communes(String qualifier, int first, int second) {
        return """
                {"level": "COMMUNE", "visibility": "PARTIES", "since": "2015-01-01", "parties": ["XA.01", "XB.010100"],
                 "sides": [{"country": "XA", "regions": [], "count": {"value": %2$d, "qualifier": "%1$s", "unit": "commune"}},
                           {"country": "XB", "count": {"value": %3$d, "qualifier": "EXACT", "unit": "township"}}]}
                """.formatted(qualifier, first, second);
    }
}
