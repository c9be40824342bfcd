package io.provincelink.trade.summary;

import static io.provincelink.trade.Drafts.trade;
import static io.provincelink.trade.Drafts.with;

import io.provincelink.testing.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports figures of invented regions over HTTP, one a line. */
public final class FigureMother {

    private static final Api API = Api.unchecked();

    private FigureMother() {}

    /**
     * Reports each line, or leaves the figure that is there: {@code XA.01 XB.010100 1981-01 EXPORT 08 gate 100.00} and what else is
     * to be said as {@code name=value}; {@code -} for no gate, {@code 1981-01/1981-02} for months published together.
     */
    public static void report(String lines) {
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            Map<String, Object> draft = draft(line);
            Api.Answer answer =
                    API.as((String) draft.get("reporter"), "statistician").post("/api/v1/trade-figures", draft);
            if (answer.status() != 409) {
                answer.expect(201);
            }
        });
    }

    static Map<String, Object> draft(String line) {
        String[] words = line.split("\\s+");
        List<Object> changes = new ArrayList<>(List.of(
                "reporter",
                words[0],
                "partner",
                words[1],
                "flow",
                words[3],
                "hs",
                words[4],
                "value",
                Double.valueOf(words[6])));
        for (int i = 7; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            changes.add(pair[0]);
            changes.add(pair[0].equals("netKg") ? Double.valueOf(pair[1]) : pair[1]);
        }
        if (!words[5].equals("-")) {
            changes.add("gate");
            changes.add(words[5]);
        }
        Map<String, Object> draft = with(trade(words[2]), changes.toArray());
        if (words[2].contains("/")) {
            draft = new LinkedHashMap<>(draft);
            draft.remove("month");
            draft.put("months", Map.of("from", words[2].split("/")[0], "to", words[2].split("/")[1]));
        }
        return draft;
    }
}
