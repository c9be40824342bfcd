package io.provincelink.kit.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * What the code calls {@code @Nullable} may be null in the contract too: in a request, where it says the same as leaving the field out,
 * and in an answer where nothing is known. The scan of the code does not know JSpecify, and a strict client would refuse both.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class NullableFields implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final IndexView index;

    public NullableFields(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                recordOf(name).ifPresent(type -> mark(type, schema));
            }
        });
    }

    /** The record behind a schema; a generic one gives its name the beginning, {@code PageProgrammeView}. */
    private Optional<ClassInfo> recordOf(String schema) {
        return records().filter(type -> name(type).equals(schema)).findFirst().or(() -> records()
                .filter(type -> !type.typeParameters().isEmpty() && schema.startsWith(name(type)))
                .findFirst());
    }

    private Stream<ClassInfo> records() {
        return index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith("io.provincelink."))
                .sorted((a, b) -> a.name().compareTo(b.name()));
    }

    private static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    private static void mark(ClassInfo type, Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        for (RecordComponentInfo component : type.recordComponents()) {
            Schema property = properties.get(component.name());
            if (property != null && component.type().hasAnnotation(NULLABLE)) {
                schema.addProperty(component.name(), orNull(property));
            }
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null) {
            return schema.addType(Schema.SchemaType.NULL);
        }
        return OASFactory.createSchema()
                .anyOf(List.of(schema, OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
    }
}
