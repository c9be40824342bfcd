package io.provincelink.trade.sdmx.data;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.words.Text;
import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.data.Series.Observation;
import io.provincelink.trade.sdmx.structure.Artefact.DataStructure;
import io.provincelink.trade.sdmx.structure.Artefact.Dataflow;
import io.provincelink.trade.sdmx.structure.Component;
import io.provincelink.trade.sdmx.structure.Component.Role;
import io.provincelink.trade.sdmx.structure.SdmxJson;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Data in SDMX-JSON 2.0.0, where data name codes by their places in lists of those that occur. The lists come after the data, when it is
 * known what occurs; so nothing but them is kept in memory.
 */
final class DataJson {

    private static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

    private final Dataflow flow;
    private final Arrangement arrangement;
    private final Labels labels;
    private final Sdmx.State state;
    private final ObjectMapper json;
    private final List<Component> dimensions;
    private final List<Component> times;
    private final List<Component> ofSeries;
    private final List<Component> ofObservation;
    private final Map<String, Map<String, Integer>> places = new LinkedHashMap<>();

    DataJson(Told told, ObjectMapper json) {
        this.flow = told.flow();
        this.arrangement = told.arrangement();
        this.labels = told.labels();
        this.state = told.state();
        this.json = json;
        DataStructure structure = flow.structure();
        dimensions = structure.dimensions();
        times = structure.having(Role.TIME);
        ofSeries = structure.having(Role.OF_SERIES);
        ofObservation = structure.having(Role.OF_OBSERVATION);
    }

    /** What a message is made of beside the series. */
    record Told(Dataflow flow, Arrangement arrangement, Labels labels, Sdmx.State state) {}

    void write(OutputStream out, Iterator<Series> series) throws IOException {
        @SuppressWarnings("resource") // closing it would close open objects, and what broke off would look whole
        JsonGenerator message = json.createGenerator(out, JsonEncoding.UTF8);
        message.writeStartObject();
        message.writeFieldName("meta");
        json.writeValue(message, SdmxJson.meta(state, SCHEMA, labels.language()));
        message.writeObjectFieldStart("data");
        message.writeArrayFieldStart("dataSets");
        message.writeStartObject();
        message.writeNumberField("structure", 0);
        message.writeStringField("action", "Information");
        message.writeFieldName("links");
        json.writeValue(message, links());
        message.writeObjectFieldStart(arrangement.flat() ? "observations" : "series");
        while (series.hasNext()) {
            write(message, series.next());
        }
        message.writeEndObject();
        message.writeEndObject();
        message.writeEndArray();
        message.writeFieldName("structures");
        json.writeValue(message, List.of(structure()));
        message.writeEndObject();
        message.writeEndObject();
        message.flush();
    }

    private void write(JsonGenerator message, Series series) throws IOException {
        String key = place(dimensions, series.key());
        boolean attributes = arrangement.detail().hasAttributes();
        if (!arrangement.flat()) {
            message.writeObjectFieldStart(key);
            if (attributes) {
                message.writeArrayFieldStart("attributes");
                values(message, ofSeries, series.attributes());
                message.writeEndArray();
            }
            message.writeObjectFieldStart("observations");
        }
        for (Observation observation : arrangement.told(series.observations())) {
            String place = place(times, List.of(observation.period()));
            message.writeArrayFieldStart(arrangement.flat() ? key + ":" + place : place);
            message.writeNumber(new BigDecimal(observation.value()));
            if (attributes) {
                if (arrangement.flat()) {
                    values(message, ofSeries, series.attributes());
                }
                values(message, ofObservation, observation.attributes());
            }
            message.writeEndArray();
        }
        if (!arrangement.flat()) {
            message.writeEndObject();
            message.writeEndObject();
        }
    }

    private String place(List<Component> components, List<String> values) {
        return IntStream.range(0, components.size())
                .mapToObj(i -> String.valueOf(place(components.get(i), values.get(i))))
                .collect(Collectors.joining(":"));
    }

    private int place(Component component, String value) {
        Map<String, Integer> known = places.computeIfAbsent(component.id(), id -> new LinkedHashMap<>());
        Integer place = known.get(value);
        if (place == null) {
            place = known.size();
            known.put(value, place);
        }
        return place;
    }

    private void values(JsonGenerator message, List<Component> components, List<? extends @Nullable String> values)
            throws IOException {
        for (int i = 0; i < components.size(); i++) {
            String value = values.get(i);
            if (value == null) {
                message.writeNull();
            } else if (components.get(i).codes() != null) {
                message.writeNumber(place(components.get(i), value));
            } else {
                message.writeNumber(new BigDecimal(value));
            }
        }
    }

    private Map<String, Object> structure() {
        List<Map<String, Object>> key = dimensions.stream().map(this::dimension).toList();
        List<Map<String, Object>> time = arrangement.detail().hasObservations()
                ? times.stream().map(this::dimension).toList()
                : List.of();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("links", links());
        shown.put("name", flow.name().in(labels.language()));
        shown.put("names", flow.name());
        shown.put(
                "dimensions",
                arrangement.flat()
                        ? Map.of(
                                "observation",
                                Stream.concat(key.stream(), time.stream()).toList())
                        : Map.of("series", key, "observation", time));
        shown.put(
                "measures",
                Map.of(
                        "observation",
                        flow.structure().having(Role.MEASURE).stream()
                                .map(measure -> named(measure, true))
                                .toList()));
        shown.put("attributes", attributes());
        shown.put("dataSets", List.of(0));
        return shown;
    }

    private Map<String, Object> attributes() {
        if (!arrangement.detail().hasAttributes()) {
            return Map.of();
        }
        List<Map<String, Object>> series =
                ofSeries.stream().map(this::attribute).toList();
        List<Map<String, Object>> observation =
                ofObservation.stream().map(this::attribute).toList();
        return arrangement.flat()
                ? Map.of(
                        "observation",
                        Stream.concat(series.stream(), observation.stream()).toList())
                : Map.of("series", series, "observation", observation);
    }

    private Map<String, Object> dimension(Component dimension) {
        Map<String, Object> shown = named(dimension, false);
        int place = dimensions.indexOf(dimension);
        shown.put("keyPosition", place < 0 ? dimensions.size() : place);
        if (dimension.role() == Role.TIME) {
            shown.put("roles", List.of(dimension.id()));
        }
        shown.put("values", occurring(dimension));
        return shown;
    }

    private Map<String, Object> attribute(Component attribute) {
        Map<String, Object> shown = named(attribute, true);
        shown.put("relationship", SdmxJson.relationship(flow.structure(), attribute));
        if (attribute.codes() != null) {
            shown.put("values", occurring(attribute));
        }
        return shown;
    }

    private Map<String, Object> named(Component component, boolean withUsage) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", component.id());
        shown.put("name", component.name().in(labels.language()));
        shown.put("names", component.name());
        if (withUsage) {
            shown.put("isMandatory", component.mandatory());
            if (component.codes() == null) {
                shown.put("format", Map.of("dataType", component.type()));
            }
        }
        return shown;
    }

    private List<Map<String, Object>> occurring(Component component) {
        List<Map<String, Object>> values = new ArrayList<>();
        places.getOrDefault(component.id(), Map.of())
                .keySet()
                .forEach(value -> values.add(component.role() == Role.TIME ? period(value) : code(component, value)));
        return values;
    }

    private Map<String, Object> code(Component component, String id) {
        Text name = labels.of(component, id);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("name", name.in(labels.language()));
        shown.put("names", name);
        return shown;
    }

    /** A range has characters that no id may have. */
    private static Map<String, Object> period(String label) {
        YearMonth begin = YearMonth.parse(Frequency.begin(label));
        YearMonth end = begin.plusMonths(Frequency.months(label) - 1L);
        Map<String, Object> shown = new LinkedHashMap<>();
        if (label.indexOf('/') < 0) {
            shown.put("id", label);
            shown.put("name", label);
        } else {
            shown.put("value", label);
        }
        shown.put("start", begin.atDay(1) + "T00:00:00Z");
        shown.put("end", end.atEndOfMonth() + "T23:59:59Z");
        return shown;
    }

    private List<Map<String, Object>> links() {
        return List.of(
                Map.of("rel", "dataflow", "urn", flow.urn()),
                Map.of("rel", "datastructure", "urn", flow.structure().urn()));
    }
}
