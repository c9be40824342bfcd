package io.provincelink.suite;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Texts of the field, by the name, format or pattern of what they are for. */
final class Vocabulary {

    private static final List<String> REGIONS = List.of(
            "VN.12",
            "CN.532500",
            "VN.02",
            "VN.08",
            "CN.532600",
            "VN.15",
            "VN.066",
            "VN",
            "CN",
            "XA.01",
            "XB.010100",
            "VN.99",
            "CN.000000");
    private static final List<String> PERIODS = List.of(
            "2016/2020",
            "2021",
            "2021-Q3",
            "2021-03",
            "2021-03-01/2021-05-31",
            "1900/2200",
            "2021-13",
            "2020-Q1/2021-Q4");
    private static final List<String> UNITS =
            List.of("USD", "VND", "CNY", "person", "percent", "kg", "XXX", "delegation");
    private static final List<String> INDICATORS = List.of(
            "twinned-districts",
            "grants",
            "poverty-rate",
            "delegations",
            "delegates",
            "trade-turnover",
            "exports",
            "vehicle-permits");
    private static final List<String> PLAIN = List.of(
            "an example",
            "một ví dụ",
            "例子",
            "a",
            "health",
            "VN.02:1",
            "none",
            "full",
            "year",
            "month,gate",
            "P30D",
            "1.5",
            "UTC");

    /** One text for each pattern that the contract has for a single word. */
    private static final Map<String, List<String>> PATTERNS = Map.ofEntries(
            Map.entry("^[A-Z]{2}(\\.[0-9A-Z]{1,12})?$", REGIONS),
            Map.entry("^[A-Z]{3}$", List.of("USD", "VND", "CNY", "ZZZ")),
            Map.entry("^[A-Z]{2}$", List.of("VN", "CN", "ZZ")),
            Map.entry("^(vi|zh|en)$", List.of("vi", "zh", "en")),
            Map.entry("^[a-z]{2,3}$", List.of("vi", "zh", "hmn", "xx")),
            Map.entry("^https?://\\S+$", List.of("https://somewhere.invalid/a", "http://x")),
            Map.entry("^(19|20)\\d{2}-(0[1-9]|1[0-2])$", List.of("2021-03", "1900-01", "2099-12")),
            Map.entry("^\\d{4}(-\\d{2}(-\\d{2})?)?$", List.of("2021", "2021-02", "2021-02-29", "0000-00-00")),
            Map.entry(
                    "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$",
                    List.of("2021-03-04T09:00", "2021-02-30T25:61", "0000-01-01T00:00")),
            Map.entry("^([01]\\d|2[0-3]):[0-5]\\d$", List.of("08:00", "23:59")),
            Map.entry("^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$", List.of("08:00", "24:00")),
            Map.entry("^(?!00)\\d{2,6}$", List.of("08", "0810", "081090", "99")),
            Map.entry("^(?!00)\\d{2,6}(,(?!00)\\d{2,6})*$", List.of("08", "0810,27", "99")));

    private final Random random;

    Vocabulary(Random random) {
        this.random = random;
    }

    String uuid() {
        return new UUID(random.nextLong() & ~0xf000L | 0x7000L, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L)
                .toString();
    }

    String ofLength(int length) {
        return oneOf(List.of("x", "đ", "文")).repeat(length);
    }

    /** A text that fits the pattern, mostly. */
    String like(String pattern) {
        List<String> texts = PATTERNS.get(pattern);
        if (texts != null) {
            return oneOf(texts);
        }
        if (pattern.startsWith("^\\d{1,")) {
            return oneOf(
                    List.of("0", "1", "12.5", "9".repeat(9), "9".repeat(15), "9".repeat(19) + ".9", "9".repeat(24)));
        }
        return pattern.contains("a-z0-9") ? "fuzz-" + random.nextInt(10_000) : oneOf(PLAIN);
    }

    /** A text for something of this name; empty where that is another record's key. */
    Optional<String> called(String name, String format) {
        String lower = name.toLowerCase(Locale.ROOT);
        switch (format) {
            case "date":
                return Optional.of(date().toString());
            case "date-time":
                return Optional.of(date() + "T08:00:00Z");
            case "uuid":
                return random.nextInt(100) < 60 ? Optional.empty() : Optional.of(uuid());
            case "uri":
                // a name that nobody can have
                return Optional.of("https://somewhere.invalid/" + random.nextInt(100));
            default:
                return byName(lower);
        }
    }

    private Optional<String> byName(String lower) {
        if (lower.equals("wait")) {
            return Optional.of(oneOf(List.of("0s", "1s", "PT0.5S", "-1s", "1h", "x")));
        }
        if (lower.equals("url")) {
            return Optional.of(
                    oneOf(List.of("https://somewhere.invalid/hook", "http://127.0.0.1:1/", "ftp://x", "https://[::1")));
        }
        if (lower.matches(
                ".*(region|part(y|ies|ner)|reporter|sending|receiving|country|issuer|side|adoptedby|parent|^a$|^b$).*")) {
            return Optional.of(random.nextInt(100) < 30 ? oneOf(REGIONS) + "," + oneOf(REGIONS) : oneOf(REGIONS));
        }
        if (lower.matches(".*(period|signed|month).*")) {
            return Optional.of(oneOf(PERIODS));
        }
        if (lower.matches(".*(currency|unit).*")) {
            return Optional.of(oneOf(UNITS));
        }
        if (lower.equals("indicator")) {
            return Optional.of(oneOf(INDICATORS));
        }
        if (lower.matches(".*(^|by|_)id$|.*code$|.*agreement|programme|organisation|mechanism|gate|restson|.*id")) {
            return Optional.empty();
        }
        if (lower.matches("on|asof|since|until|from|to|at|start|end|due|valid.*|late.*|updatedafter|openon")) {
            return Optional.of(random.nextInt(100) < 70 ? date().toString() : date() + "T08:00:00+07:00");
        }
        return Optional.of(oneOf(PLAIN));
    }

    private LocalDate date() {
        return LocalDate.of(2012 + random.nextInt(15), 1, 1).plusDays(random.nextInt(366));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
