package io.provincelink.trade.sdmx.structure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.words.Text;
import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.SdmxMessage;
import io.provincelink.trade.sdmx.structure.Artefact.DataStructure;
import io.provincelink.trade.sdmx.structure.Component.Role;
import io.provincelink.trade.sdmx.structure.Structures.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Structures in SDMX-JSON 2.0.0, where a measure is one of a list and references are URNs. */
public final class StructureJson implements SdmxMessage {

    private static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

    private static final Map<Kind, String> LISTS = Map.of(
            Kind.DATAFLOW, "dataflows",
            Kind.CODELIST, "codelists",
            Kind.CONCEPT_SCHEME, "conceptSchemes",
            Kind.DATA_STRUCTURE, "dataStructures",
            Kind.CONSTRAINT, "dataConstraints");

    private final Structures structures;
    private final Locale language;
    private final ObjectMapper json;

    public StructureJson(Structures structures, Locale language, ObjectMapper json) {
        this.structures = structures;
        this.language = language;
        this.json = json;
    }

    @Override
    public boolean isLong() {
        return false;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Map<String, Object> data = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<Map<String, Object>> artefacts = structures.artefacts().stream()
                    .filter(told -> told.artefact().kind() == kind)
                    .map(this::artefact)
                    .toList();
            if (!artefacts.isEmpty()) {
                data.put(LISTS.get(kind), artefacts);
            }
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("meta", SdmxJson.meta(structures.state(), SCHEMA, language));
        message.put("data", data);
        out.write(json.writeValueAsBytes(message));
    }

    private Map<String, Object> artefact(Told told) {
        Artefact artefact = told.artefact();
        Map<String, Object> shown = named(artefact.id(), artefact.name());
        shown.put("version", Sdmx.VERSION);
        shown.put("agencyID", Sdmx.AGENCY);
        if (told.stub()) {
            shown.put("isExternalReference", true);
        }
        // the standard's third version, whose JSON this is, has another name for that class
        String urn = artefact.urn().replace(".ContentConstraint=", ".DataConstraint=");
        shown.put("links", List.of(Map.of("rel", "self", "urn", urn)));
        if (!told.stub()) {
            content(artefact, shown);
        }
        return shown;
    }

    private void content(Artefact artefact, Map<String, Object> shown) {
        if (artefact instanceof Artefact.Dataflow flow) {
            shown.put("structure", flow.structure().urn());
        } else if (artefact instanceof Artefact.Codelist list) {
            shown.put("isPartial", list.partial());
            shown.put("codes", items(list.codes()));
        } else if (artefact instanceof Artefact.ConceptScheme scheme) {
            shown.put("isPartial", scheme.partial());
            shown.put("concepts", items(scheme.concepts()));
        } else if (artefact instanceof DataStructure structure) {
            shown.put("dataStructureComponents", components(structure));
        } else if (artefact instanceof Artefact.Constraint constraint) {
            shown.put("role", "Actual");
            shown.put(
                    "constraintAttachment",
                    Map.of("dataflows", List.of(constraint.flow().urn())));
            shown.put("cubeRegions", List.of(region(constraint.region())));
        }
    }

    private List<Map<String, Object>> items(List<Code> items) {
        return items.stream().map(item -> named(item.id(), item.name())).toList();
    }

    private Map<String, Object> named(String id, Text name) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("id", id);
        named.put("name", name.in(language));
        named.put("names", name);
        return named;
    }

    private static Map<String, Object> components(DataStructure structure) {
        List<Component> dimensions = structure.dimensions();
        Map<String, Object> dimensionList = new LinkedHashMap<>();
        dimensionList.put("id", "DimensionDescriptor");
        dimensionList.put(
                "dimensions",
                IntStream.range(0, dimensions.size())
                        .mapToObj(i -> {
                            Map<String, Object> dimension = component(dimensions.get(i));
                            dimension.put("position", i);
                            return dimension;
                        })
                        .toList());
        structure.having(Role.TIME).forEach(time -> dimensionList.put("timeDimension", component(time)));
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("dimensionList", dimensionList);
        components.put(
                "attributeList",
                Map.of(
                        "id",
                        "AttributeDescriptor",
                        "attributes",
                        structure.components().stream()
                                .filter(one -> one.role() == Role.OF_SERIES || one.role() == Role.OF_OBSERVATION)
                                .map(attribute -> attribute(structure, attribute))
                                .toList()));
        components.put(
                "measureList",
                Map.of(
                        "id",
                        "MeasureDescriptor",
                        "measures",
                        structure.having(Role.MEASURE).stream()
                                .map(StructureJson::component)
                                .toList()));
        return components;
    }

    private static Map<String, Object> attribute(DataStructure structure, Component attribute) {
        Map<String, Object> shown = component(attribute);
        shown.put("usage", attribute.mandatory() ? "mandatory" : "optional");
        shown.put("attributeRelationship", SdmxJson.relationship(structure, attribute));
        return shown;
    }

    private static Map<String, Object> component(Component component) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", component.id());
        shown.put("conceptIdentity", Kind.CONCEPT_SCHEME.partUrn("Concept", Catalogue.CONCEPTS, component.id()));
        CodeSet codes = component.codes();
        shown.put(
                "localRepresentation",
                codes == null
                        ? Map.of("format", Map.of("dataType", component.type()))
                        : Map.of("enumeration", Kind.CODELIST.urn(codes.id())));
        return shown;
    }

    private static Map<String, Object> region(Artefact.Region region) {
        List<Map<String, Object>> keys = new ArrayList<>();
        region.values().forEach(values -> {
            Map<String, Object> key = new LinkedHashMap<>();
            key.put("id", values.dimension());
            key.put(
                    "values",
                    values.codes().stream().map(code -> Map.of("value", code)).toList());
            keys.add(key);
        });
        if (region.hasTime()) {
            keys.add(Map.of(
                    "id",
                    Catalogue.TIME,
                    "timeRange",
                    Map.of("startPeriod", inclusive(region.from()), "endPeriod", inclusive(region.to()))));
        }
        return Map.of("include", true, "keyValues", keys);
    }

    private static Map<String, Object> inclusive(String period) {
        return Map.of("period", period, "isInclusive", true);
    }
}
