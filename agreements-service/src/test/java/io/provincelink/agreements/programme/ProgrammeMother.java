package io.provincelink.agreements.programme;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;

/** Programmes to test with, between the fictional provinces. */
public final class ProgrammeMother {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private ProgrammeMother() {}

    /** A code that no other test uses. */
    public static String code() {
        return "xa-xb-test-" + NUMBER.incrementAndGet();
    }

    /** A programme of XA.01 and XB.010100 for 2016–2020 that both sides may see. */
    public static String shared(String code) {
        return draft(code, "PARTIES");
    }

    /** The same, seen by the writer's side alone. */
    public static String ownSide(String code) {
        return draft(code, "OWN_SIDE");
    }

    private static String draft(String code, String visibility) {
        return """
                {"code": "%s", "kind": "BILATERAL", "visibility": "%s",
                 "title": {"vi": "Chương trình thử", "zh": "测试计划", "en": "Test programme"},
                 "parties": [{"region": "XA.01", "body": {"region": "XA.01", "name": {"en": "People's committee"}, "channel": "STATE"}},
                             {"region": "XB.010100"}],
                 "period": {"from": "2016-01-01", "to": "2020-12-31"},
                 "fields": ["TRADE", "HEALTH"], "fieldsAreExamples": true,
                 "goals": [{"indicator": "trade-turnover", "field": "TRADE", "kind": "TOTAL", "direction": "UP",
                            "target": {"value": 1500000000.5, "qualifier": "OVER", "unit": "USD"}}],
                 "milestones": [{"title": {"en": "Open the second gate"}, "due": "2018-06-30"},
                                {"title": {"en": "First joint fair"}, "due": "2017-06-30", "doneOn": "2017-05-02"}]}
                """.formatted(code, visibility);
    }

    /** A poverty programme of both sides for 2016–2020 with a rate, a share and a total as goals, and a step left over. */
    public static String poverty(String code) {
        return """
                {"code": "%s", "kind": "POVERTY_REDUCTION", "visibility": "PARTIES",
                 "title": {"vi": "Giảm nghèo 2016–2020", "en": "Poverty reduction"},
                 "parties": [{"region": "XA.01"}, {"region": "XB.010100"}],
                 "period": {"from": "2016-01-01", "to": "2020-12-31"}, "fields": ["POVERTY_REDUCTION"],
                 "goals": [
                   {"indicator": "poverty-rate", "kind": "YEARLY_CHANGE", "direction": "DOWN",
                    "target": {"value": 1, "upper": 1.5, "qualifier": "RANGE", "unit": "percentage-point"}},
                   {"indicator": "poor-districts-share", "kind": "SHARE", "direction": "UP",
                    "target": {"value": 30, "qualifier": "EXACT", "unit": "percent"},
                    "baseline": {"value": 0, "qualifier": "EXACT", "unit": "percent"}},
                   {"indicator": "grants", "kind": "TOTAL", "direction": "UP",
                    "target": {"value": 10, "qualifier": "OVER", "unit": "grant"}}],
                 "milestones": [{"title": {"en": "Survey"}, "due": "2017-06-30", "doneOn": "2017-05-02"},
                                {"title": {"en": "Water for the last villages"}, "due": "2019-06-30"}]}
                """.formatted(code);
    }

    /** The draft with one more field. */
    public static String with(String draft, String field) {
        return draft.replaceFirst("\\{", Matcher.quoteReplacement("{" + field + ", "));
    }
}
