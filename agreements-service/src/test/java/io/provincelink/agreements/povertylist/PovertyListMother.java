package io.provincelink.agreements.povertylist;

/** Lists of poor units to test with, of the fictional country A. */
public final class PovertyListMother {

    private PovertyListMother() {}

    /** XA.011 poor from 2009 to 2015 and again from 2018, XA.021 from 2009 on; five published, of two provinces. */
    public static String districts() {
        return """
                {"kind": "POOR_DISTRICT", "country": "XA", "parties": ["XA.01", "XA.02"], "visibility": "PARTIES",
                 "title": {"vi": "Huyện nghèo", "en": "Poor districts"}, "since": "2009-01-01",
                 "basis": {"vi": "Nghị quyết thử"},
                 "published": {"figure": {"value": 5, "qualifier": "ABOUT", "unit": "district"},
                               "source": {"title": {"en": "Report"}, "publisher": "Portal of A"}},
                 "entries": [{"region": "XA.011", "from": "2009-01-01", "to": "2015-12-31"},
                             {"region": "XA.011", "from": "2018-01-01", "note": {"en": "once more"}},
                             {"region": "XA.021", "from": "2009-01-01"}]}
                """;
    }
}
