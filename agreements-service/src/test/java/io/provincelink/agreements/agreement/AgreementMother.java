package io.provincelink.agreements.agreement;

import java.util.concurrent.atomic.AtomicInteger;

/** Agreements to test with, between the fictional provinces. */
public final class AgreementMother {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    // the day of publication says which units the codes of a draft mean
    private static final String PUBLISHED =
            "{\"title\": {\"en\": \"A draft\"}, \"publisher\": \"Somebody\", \"publishedOn\": \"2018-01-01\"}";

    private AgreementMother() {}

    /** A code that no other test uses. */
    public static String code() {
        return "xa-xb-agreement-" + NUMBER.incrementAndGet();
    }

    /** A memorandum of XA.01 and XB.010100, signed in 2018 and in force until 2022, that both sides may see. */
    public static String shared(String code) {
        return """
                {"code": "%s", "kind": "MEMORANDUM", "level": "PROVINCIAL", "visibility": "PARTIES",
                 "title": {"vi": "Bản ghi nhớ", "zh": "谅解备忘录", "en": "Memorandum"},
                 "parties": [{"region": "XA.01", "body": {"region": "XA.01", "name": {"en": "People's committee"}, "channel": "STATE"}},
                             {"region": "XB.010100"}],
                 "fields": ["TRADE", "HEALTH"], "signedOn": "2018-03-01",
                 "period": {"from": "2018-04-01", "to": "2022-03-31"},
                 "legalBasis": [{"vi": "Luật 70/2020/QH14"}],
                 "authenticLanguages": ["vi", "zh"]}
                """.formatted(code);
    }

    /** The same before anybody has signed it. */
    public static String unsigned(String code) {
        return shared(code)
                .replace("\"signedOn\": \"2018-03-01\",", "\"source\": " + PUBLISHED + ",")
                .replace("\"period\": {\"from\": \"2018-04-01\", \"to\": \"2022-03-31\"},", "");
    }

    public static String ownSide(String code) {
        return shared(code).replace("\"PARTIES\"", "\"OWN_SIDE\"");
    }

    /** The draft with one field more. */
    public static String with(String draft, String field, String json) {
        return draft.replaceFirst("\\{", "{\"" + field + "\": " + json.replace("$", "\\$") + ", ");
    }
}
