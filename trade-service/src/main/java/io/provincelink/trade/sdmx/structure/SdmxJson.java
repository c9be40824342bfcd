package io.provincelink.trade.sdmx.structure;

import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.structure.Artefact.DataStructure;
import io.provincelink.trade.sdmx.structure.Component.Role;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Parts that messages about structures and about data have in common in SDMX-JSON 2.0.0. */
public final class SdmxJson {

    private SdmxJson() {}

    /** From whom a message is, and of when. */
    public static Map<String, Object> meta(Sdmx.State state, String schema, Locale language) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("schema", schema);
        meta.put("id", state.messageId());
        meta.put("test", false);
        meta.put("prepared", state.at().truncatedTo(ChronoUnit.SECONDS).toString());
        meta.put("contentLanguages", languages(language));
        meta.put("sender", Map.of("id", Sdmx.AGENCY));
        return meta;
    }

    /** What an attribute is attached to. */
    public static Map<String, Object> relationship(DataStructure structure, Component attribute) {
        return attribute.role() == Role.OF_SERIES
                ? Map.of(
                        "dimensions",
                        structure.dimensions().stream().map(Component::id).toList())
                : Map.of("observation", Map.of());
    }

    /** All texts are in all of them; the one name is in the first. */
    private static List<String> languages(Locale first) {
        return Stream.concat(Stream.of(first.toLanguageTag()), Stream.of("en", "vi", "zh"))
                .distinct()
                .toList();
    }
}
