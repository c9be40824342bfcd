package io.provincelink.agreements.observation;

/** Published figures to test with, about the fictional provinces. */
public final class ObservationMother {

    private ObservationMother() {}

    /** Over 3 grants in 2016–2020. */
    public static String grants(String note) {
        return """
                {"parties": ["XA.01", "XB.010100"], "period": {"from": "2016-01-01", "to": "2020-12-31"},
                 "figure": {"value": 3, "qualifier": "OVER", "unit": "grant"},
                 "comparedToTarget": {"exceedsByPercent": 200, "wording": {"vi": "vượt 200%%"}},
                 "scopeNote": {"en": "%s"}, "source": {"title": {"en": "Report"}, "publisher": "Portal of A"}}
                """.formatted(note);
    }

    /** Without days, in the source's words for the time, naming a programme. */
    public static String undated(String note, String programme) {
        return grants(note)
                .replace(
                        "\"period\": {\"from\": \"2016-01-01\", \"to\": \"2020-12-31\"},",
                        "\"periodAsPublished\": \"trong nhiệm kỳ\", \"programme\": \"" + programme + "\",");
    }
}
