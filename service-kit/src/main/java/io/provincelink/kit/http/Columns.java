package io.provincelink.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A view as one row of a table. The columns follow from the type of the view alone, so they are the same whatever is in it: a value has
 * one, a record inside the view has those of its own fields ({@code title.vi}), and a list has one again, in which plain values stand
 * with semicolons between them and everything else as JSON.
 */
final class Columns {

    private static final String BETWEEN = ";";

    private final ObjectMapper json;
    private final List<Column> columns;

    private Columns(ObjectMapper json, List<Column> columns) {
        this.json = json;
        this.columns = columns;
    }

    private record Column(List<String> path) {

        String name() {
            return String.join(".", path);
        }
    }

    static Columns of(JavaType view, ObjectMapper json) {
        Columns all = new Columns(json, new ArrayList<>());
        all.add(List.of(), view, new HashSet<>());
        return all;
    }

    /** @param shown tells of a field of the view whether its columns stay */
    Columns only(Predicate<String> shown) {
        return new Columns(
                json,
                columns.stream()
                        .filter(column -> shown.test(column.path.get(0)))
                        .toList());
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** @param view as JSON has it; what is not known is an empty cell */
    List<String> row(JsonNode view) {
        return columns.stream().map(column -> cell(at(view, column.path))).toList();
    }

    private void add(List<String> before, JavaType type, Set<Class<?>> around) {
        // a record that is inside itself would have columns without end
        boolean entered = around.add(type.getRawClass());
        for (BeanPropertyDefinition field :
                json.getSerializationConfig().introspect(type).findProperties()) {
            if (field.couldSerialize() && !field.getAccessor().hasAnnotation(AloneOnly.class)) {
                List<String> path = new ArrayList<>(before);
                path.add(field.getName());
                JavaType inside = field.getAccessor().getType();
                if (hasFields(inside) && !around.contains(inside.getRawClass())) {
                    add(path, inside, around);
                } else {
                    columns.add(new Column(path));
                }
            }
        }
        if (entered) {
            around.remove(type.getRawClass());
        }
    }

    private boolean hasFields(JavaType type) {
        return type.getRawClass().isRecord()
                && json.getSerializationConfig().introspect(type).findJsonValueAccessor() == null;
    }

    private static JsonNode at(JsonNode view, List<String> path) {
        JsonNode node = view;
        for (String field : path) {
            node = node.path(field);
        }
        return node;
    }

    private @Nullable String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            return list(value);
        }
        if (value.isObject()) {
            return written(value);
        }
        return value.isTextual() ? CellText.safe(value.textValue()) : written(value);
    }

    private String list(JsonNode values) {
        boolean plain = StreamSupport.stream(values.spliterator(), false)
                .allMatch(value -> value.isValueNode()
                        && !value.isNull()
                        && !value.asText().contains(BETWEEN));
        return plain
                ? CellText.safe(StreamSupport.stream(values.spliterator(), false)
                        .map(value -> value.isTextual() ? value.textValue() : written(value))
                        .collect(Collectors.joining(BETWEEN)))
                : written(values);
    }

    private String written(JsonNode value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalStateException(notSerializable);
        }
    }
}
