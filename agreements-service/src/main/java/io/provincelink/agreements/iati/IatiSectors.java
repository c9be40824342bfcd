package io.provincelink.agreements.iati;

import io.provincelink.kit.words.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields of cooperation as IATI sectors. Within one vocabulary the percentages must add up to 100, and a project does not say how its
 * money divides, so each sector gets an equal part, as the IATI guidance advises then.
 */
final class IatiSectors {

    /** Codes of our own fields. */
    static final String OWN = "99";

    /** Three-digit purpose codes of the OECD DAC. */
    static final String DAC = "2";

    // Only fields that lie within one DAC sector; the others stand in our own vocabulary alone.
    private static final Map<Field, String> DAC_CODES = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.EDUCATION, "110"),
            Map.entry(Field.HEALTH, "120"),
            Map.entry(Field.EPIDEMIC_CONTROL, "122"),
            Map.entry(Field.WATER_SANITATION, "140"),
            Map.entry(Field.JUSTICE, "151"),
            Map.entry(Field.GENDER_EQUALITY, "151"),
            Map.entry(Field.LABOUR, "160"),
            Map.entry(Field.HOUSING, "160"),
            Map.entry(Field.CULTURE, "160"),
            Map.entry(Field.CHILD_PROTECTION, "160"),
            Map.entry(Field.AGRICULTURE, "311"),
            Map.entry(Field.FORESTRY, "312"),
            Map.entry(Field.TRADE, "331"),
            Map.entry(Field.TOURISM, "332"),
            Map.entry(Field.ENVIRONMENT, "410")));

    private static final BigDecimal WHOLE = new BigDecimal("100.00");

    private IatiSectors() {}

    /** One sector element. */
    record Sector(String vocabulary, String code, BigDecimal percentage) {}

    static List<Sector> of(List<Field> fields) {
        List<Sector> sectors = new ArrayList<>();
        if (!fields.isEmpty() && DAC_CODES.keySet().containsAll(fields)) {
            sectors.addAll(divided(DAC, fields.stream().map(DAC_CODES::get).toList()));
        }
        sectors.addAll(divided(OWN, fields.stream().map(Enum::name).toList()));
        return sectors;
    }

    /** The last one takes what rounding leaves. */
    private static List<Sector> divided(String vocabulary, List<String> codes) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        codes.forEach(code -> parts.merge(code, 1, Integer::sum));
        List<Sector> sectors = new ArrayList<>();
        BigDecimal left = WHOLE;
        int open = parts.size();
        for (Map.Entry<String, Integer> part : parts.entrySet()) {
            BigDecimal share = --open == 0
                    ? left
                    : WHOLE.multiply(BigDecimal.valueOf(part.getValue()))
                            .divide(BigDecimal.valueOf(codes.size()), 2, RoundingMode.HALF_UP);
            left = left.subtract(share);
            sectors.add(new Sector(vocabulary, part.getKey(), share));
        }
        return sectors;
    }
}
