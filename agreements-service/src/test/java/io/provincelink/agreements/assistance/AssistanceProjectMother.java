package io.provincelink.agreements.assistance;

/** Projects to test with, in the fictional Province A One before the merger. */
public final class AssistanceProjectMother {

    public static final String OUTPUT = """
            {"title": {"en": "Works", "zh": "工程"}, "indicator": "aid-works", "unit": "work",
             "baseline": {"value": 2, "qualifier": "EXACT", "unit": "work"},
             "target": {"value": 40, "qualifier": "EXACT", "unit": "work"},
             "actual": {"value": 43, "qualifier": "OVER", "unit": "work"},
             "period": {"from": "2016-01-01", "to": "2018-12-31"}}
            """;

    private AssistanceProjectMother() {}

    /** In a commune, from 2016 to 2018, for health and education, planned at 1,000,000 VND. */
    public static String shared(String organisation) {
        return """
                {"title": {"vi": "Dự án", "en": "Project"}, "organisation": "%s",
                 "owner": {"region": "XA.011", "body": {"region": "XA.011", "name": {"en": "People's committee"}, "channel": "STATE"}},
                 "regions": ["XA.01101"], "fields": ["HEALTH", "EDUCATION"], "period": {"from": "2016-01-01", "to": "2018-12-31"},
                 "plan": {"amount": 1000000, "currency": "VND"}, "outputs": [%s],
                 "approval": {"number": "7/QD", "on": "2015-12-01", "body": {"region": "XA.01", "name": {"en": "Province"}, "channel": "STATE"}},
                 "status": "ACTIVE", "visibility": "PARTIES"}
                """.formatted(organisation, OUTPUT);
    }

    public static String transaction(String kind, String day, String amount, String currency) {
        return "{\"kind\": \"%s\", \"on\": \"%s\", \"money\": {\"amount\": %s, \"currency\": \"%s\"}}"
                .formatted(kind, day, amount, currency);
    }
}
