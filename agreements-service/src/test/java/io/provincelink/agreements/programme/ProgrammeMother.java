package io.provincelink.agreements.programme;

import java.util.concurrent.atomic.AtomicInteger;

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
}
