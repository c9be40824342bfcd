package io.provincelink.agreements.legalact;

import java.util.concurrent.atomic.AtomicInteger;

/** Legal acts to test with, of the fictional province XA.01. */
public final class LegalActMother {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private LegalActMother() {}

    /** A code that no other test uses. */
    public static String code() {
        return "xa-act-" + NUMBER.incrementAndGet();
    }

    /** A decision of XA.01, issued in 2018, that its own side may see. */
    public static String decision(String code) {
        return """
                {"code": "%s", "number": "12/QĐ-UBND", "kind": "DECISION", "visibility": "OWN_SIDE",
                 "issuer": {"region": "XA.01", "name": {"en": "People's committee"}, "channel": "STATE"},
                 "title": {"vi": "Quyết định", "zh": "决定", "en": "Decision on cooperation"},
                 "issuedOn": "2018-03-01", "validFrom": "2018-04-01"}
                """.formatted(code);
    }
}
