package io.provincelink.gateway.review;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON of programmes and of the services' parts, as the services would say it. */
final class Told {

    static final String ID = "0198c0de-0000-7000-8000-000000000001";
    static final String CODE = "ha-giang-wenshan-2016-2020";

    private static final String SOURCE = """
            {"title":{"en":"Cooperation programme signed"},"publisher":"Thời Đại","publishedOn":"2021-05-26","via":"Báo Hà Giang"}""";

    private Told() {}

    /** @param goals a JSON array */
    static String programme(String goals) {
        return """
                {"id":"%s","code":"%s","kind":"BILATERAL",
                 "title":{"vi":"Chương trình hợp tác","zh":"合作计划","en":"Cooperation programme"},
                 "parties":[{"region":"VN.02"},{"region":"CN.532600","body":{"region":"CN.532600","name":{"zh":"州政府"},"channel":"STATE"}}],
                 "period":{"from":"2016-01-01","to":"2020-12-31"},"status":"COMPLETED","fields":["TRADE"],
                 "goals":%s,"milestones":[],
                 "assessment":{"heldOn":null,"format":"ONLINE","sites":["VN.02","CN.532600"],"summary":{"en":"Ever deeper."},
                   "shortcomings":[],"nextSteps":[],"standing":"PROPOSED",
                   "confirmations":[{"party":"VN.02","decision":"AGREED","at":"2026-01-01T00:00:00Z","by":{"region":"VN.08","role":"approver"}}],
                   "source":%s,"note":null},
                 "visibility":"PUBLIC","updatedAt":"2026-01-01T00:00:00Z"}""".formatted(ID, CODE, goals, SOURCE);
    }

    static String exchanges() {
        return part(
                Map.of("mechanisms", """
                [{"id":"m1","title":{"en":"Annual talks"},"due":null,"held":0,"notHeld":0,"noRecord":0}]"""),
                line("high-level-meetings", "meeting", published("15", "EXACT", "meeting", null), "0", null),
                line("delegations", "delegation", published("129", "EXACT", "delegation", null), "0", null),
                line("mechanism-sessions", "session", null, "0", null));
    }

    static String trade() {
        return part(
                Map.of(),
                line("trade-turnover", "USD", published("6000000000", "OVER", "USD", "200"), "0", "0/60"),
                line("exports", "USD", null, "0", "0/60"),
                line("vehicle-permits", "permit", published("180000", "ABOUT", "permit", null), "0", "0/60"));
    }

    static String agreements() {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("twinnings", """
                [{"id":"t1","level":"DISTRICT","sides":[{"country":"VN","regions":["VN.033"]},{"country":"CN","regions":["CN.532625"]}]}]""");
        more.put("donations", """
                [{"id":"d1","on":{"from":"2021-02-08","to":"2021-02-09"},
                  "items":[{"what":{"en":"medical masks"},"figure":{"value":30000,"qualifier":"EXACT","unit":"piece"}}],
                  "donors":[{"en":"Wenshan government"}],"note":{"en":"The year is inferred."},"source":%s}]""".formatted(SOURCE));
        return part(more, line("twinned-districts", "pair", published("1", "EXACT", "pair", null), "1", null));
    }

    /** An indicator's part; {@code coverage} as in {@code 12/60}. */
    static String line(String indicator, String unit, String published, String recorded, String coverage) {
        String covered = coverage == null
                ? "null"
                : "{\"present\":%s,\"expected\":%s,\"unit\":\"month\"}".formatted((Object[]) coverage.split("/"));
        return """
                {"indicator":"%s","title":{"en":"%s"},"unit":"%s","published":[%s],
                 "recorded":{"figure":{"value":%s,"qualifier":"EXACT","unit":"%s"},"coverage":%s}}""".formatted(indicator, indicator, unit, published == null ? "" : published, recorded, unit, covered);
    }

    /** A figure without days that names the programme. */
    static String published(String value, String qualifier, String unit, String exceedsBy) {
        String comparison = exceedsBy == null
                ? ""
                : "\"comparedToTarget\":{\"exceedsByPercent\":%s,\"wording\":{\"en\":\"exceeding\"}},"
                        .formatted(exceedsBy);
        return """
                {"id":"0198c0de-0000-7000-8000-00000000000a","indicator":"x","parties":["VN.02","CN.532600"],"period":null,
                 "periodAsPublished":"2016–2021","figure":{"value":%s,"qualifier":"%s","unit":"%s"},%s"programme":"%s","source":%s,"externalIds":[]}""".formatted(value, qualifier, unit, comparison, CODE, SOURCE);
    }

    /** The same figure about another programme, or none, and for a period written 2016-01-01/2020-12-31, or none. */
    static String about(String programme, String period, String published) {
        String named = programme == null ? "" : "\"programme\":\"%s\",".formatted(programme);
        String days =
                period == null ? "null" : "{\"from\":\"%s\",\"to\":\"%s\"}".formatted((Object[]) period.split("/"));
        return published
                .replace("\"programme\":\"%s\",".formatted(CODE), named)
                .replace("\"period\":null", "\"period\":" + days);
    }

    private static String part(Map<String, String> more, String... lines) {
        StringBuilder json = new StringBuilder("{\"indicators\":[" + String.join(",", lines) + "]");
        more.forEach(
                (name, value) -> json.append(",\"").append(name).append("\":").append(value));
        return json.append('}').toString();
    }
}
