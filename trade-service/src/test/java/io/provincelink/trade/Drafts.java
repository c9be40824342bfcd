package io.provincelink.trade;

import io.provincelink.testing.Api;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies that are right, for tests to change one thing in; all of invented regions. */
public final class Drafts {

    private Drafts() {}

    /** USD 1000.50 of fruit that XA.01 exports to XB.010100 in a month. */
    public static Map<String, Object> trade(String month) {
        return of(
                "month", month,
                "reporter", "XA.01",
                "partner", "XB.010100",
                "flow", "EXPORT",
                "regime", "NORMAL",
                "hs", "08",
                "value", 1000.50,
                "currency", "USD",
                "status", "FINAL");
    }

    /** 12 permits that XA.01 issues for XB.010100 in a month. */
    public static Map<String, Object> traffic(String month) {
        return of(
                "kind", "VEHICLE_PERMITS",
                "month", month,
                "reporter", "XA.01",
                "partner", "XB.010100",
                "direction", "OUT",
                "count", 12,
                "status", "FINAL");
    }

    /** A gate between XA.01101 and XB.010101. */
    public static Map<String, Object> gate(String code) {
        return of(
                "code",
                code,
                "kind",
                "MAIN",
                "since",
                "2012",
                "sides",
                List.of(
                        Map.of("region", "XA.01101", "name", Map.of("vi", "Cửa A")),
                        Map.of("region", "XB.010101", "name", Map.of("zh", "乙口岸"))));
    }

    /** The draft with other values; a null takes the field out. */
    public static Map<String, Object> with(Map<String, Object> draft, Object... fieldsAndValues) {
        Map<String, Object> changed = new LinkedHashMap<>(draft);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            if (fieldsAndValues[i + 1] == null) {
                changed.remove(fieldsAndValues[i]);
            } else {
                changed.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
            }
        }
        return changed;
    }

    /** Records a gate, or leaves the one that is there. */
    public static void recordGate(Api api, String code) {
        Api.Answer answer = api.as("XA.01", "editor").post("/api/v1/gates", gate(code));
        if (answer.status() != 409) {
            answer.expect(201);
        }
    }

    /** The code of the first violation at a pointer; a sentence that is no code where there is none. */
    public static String fault(Api.Answer answer, String pointer) {
        answer.expect(400);
        for (var violation : answer.json().path("violations")) {
            if (violation.path("pointer").asText().equals(pointer)) {
                return violation.path("code").asText();
            }
        }
        return "no fault at " + pointer + " but " + answer.json().path("violations");
    }

    private static Map<String, Object> of(Object... fieldsAndValues) {
        Map<String, Object> draft = new LinkedHashMap<>();
        List<Object> all = Arrays.asList(fieldsAndValues);
        for (int i = 0; i < all.size(); i += 2) {
            draft.put((String) all.get(i), all.get(i + 1));
        }
        return draft;
    }
}
