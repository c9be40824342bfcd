package io.provincelink.kit.condition;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of an application as a page: the ill ones first. */
final class PartsPage {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s: %2$s</title>
            <style>body{font-family:sans-serif;margin:2em}td,th{text-align:left;vertical-align:top;padding:.3em 1.5em .3em 0}
            .ill{color:#b00020;font-weight:bold}.well{color:#1b5e20}</style></head>
            <body><h1>%1$s: %2$s</h1>
            <table><tr><th>Part</th><th>Is</th><th>More about it</th></tr>
            """;

    private static final String ROW = """
            <tr><td>%s</td><td class="%2$s">%2$s</td><td>%3$s</td></tr>
            """;

    private PartsPage() {}

    /** @param health as at {@code /q/health} */
    static String of(String application, JsonObject health) {
        JsonArray checks = health.getJsonArray("checks");
        List<JsonObject> parts = checks == null
                ? List.of()
                : checks.getValuesAs(JsonObject.class).stream()
                        .sorted(Comparator.comparing(PartsPage::isWell).thenComparing(part -> part.getString("name")))
                        .toList();
        long ill = parts.stream().filter(part -> !isWell(part)).count();
        String all = ill == 0
                ? "all parts are well"
                : ill + (ill == 1 ? " part is ill" : " parts are ill") + " of " + parts.size();
        return HEAD.formatted(escaped(application), all)
                + parts.stream().map(PartsPage::row).collect(Collectors.joining())
                + "</table></body></html>\n";
    }

    private static boolean isWell(JsonObject part) {
        return part.getString("status", "").equals("UP");
    }

    private static String row(JsonObject part) {
        JsonObject data = part.getJsonObject("data");
        String more = data == null
                ? ""
                : data.entrySet().stream().map(PartsPage::line).collect(Collectors.joining("<br>"));
        return ROW.formatted(escaped(part.getString("name")), isWell(part) ? "well" : "ill", more);
    }

    private static String line(Map.Entry<String, JsonValue> known) {
        JsonValue value = known.getValue();
        return escaped(
                known.getKey() + ": " + (value instanceof JsonString text ? text.getString() : value.toString()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
