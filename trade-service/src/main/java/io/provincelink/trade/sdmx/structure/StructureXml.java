package io.provincelink.trade.sdmx.structure;

import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.SdmxMessage;
import io.provincelink.trade.sdmx.SdmxXml;
import io.provincelink.trade.sdmx.structure.Artefact.DataStructure;
import io.provincelink.trade.sdmx.structure.Component.Role;
import io.provincelink.trade.sdmx.structure.Structures.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** Structures in SDMX-ML 2.1. */
public final class StructureXml implements SdmxMessage {

    private static final Map<Kind, String> LISTS = Map.of(
            Kind.DATAFLOW, "Dataflows",
            Kind.CODELIST, "Codelists",
            Kind.CONCEPT_SCHEME, "Concepts",
            Kind.DATA_STRUCTURE, "DataStructures",
            Kind.CONSTRAINT, "Constraints");

    private final Structures structures;

    public StructureXml(Structures structures) {
        this.structures = structures;
    }

    @Override
    public boolean isLong() {
        return false;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        SdmxXml.document(out, "Structure", xml -> {
            xml.header(structures.state().messageId(), structures.state().at()).end();
            xml.start("mes:Structures");
            Map<Kind, List<Told>> byKind = structures.artefacts().stream()
                    .collect(Collectors.groupingBy(told -> told.artefact().kind(), TreeMap::new, Collectors.toList()));
            for (Map.Entry<Kind, List<Told>> list : byKind.entrySet()) {
                xml.start("str:" + LISTS.get(list.getKey()));
                for (Told told : list.getValue()) {
                    artefact(xml, told);
                }
                xml.end();
            }
            xml.end();
        });
    }

    private static void artefact(SdmxXml xml, Told told) throws XMLStreamException {
        Artefact artefact = told.artefact();
        boolean partial = artefact instanceof Artefact.Codelist list && list.partial()
                || artefact instanceof Artefact.ConceptScheme scheme && scheme.partial();
        boolean constraint = artefact.kind() == Kind.CONSTRAINT;
        xml.start(
                "str:" + artefact.kind().type(),
                "id",
                artefact.id(),
                "urn",
                artefact.urn(),
                "agencyID",
                Sdmx.AGENCY,
                "version",
                Sdmx.VERSION,
                "isFinal",
                told.stub() || constraint ? null : "true",
                "isExternalReference",
                told.stub() ? "true" : null,
                "structureURL",
                told.stub() ? address(artefact) : null,
                "isPartial",
                partial ? "true" : null,
                "type",
                constraint ? "Actual" : null);
        xml.told("com:Name", artefact.name());
        if (!told.stub()) {
            content(xml, artefact);
        }
        xml.end();
    }

    /** Where the whole of a stub is, below the address of the API. */
    private static String address(Artefact artefact) {
        return "/api/v1/" + Sdmx.PATH + "/" + artefact.kind().resource() + "/" + Sdmx.AGENCY + "/" + artefact.id() + "/"
                + Sdmx.VERSION;
    }

    private static void content(SdmxXml xml, Artefact artefact) throws XMLStreamException {
        if (artefact instanceof Artefact.Dataflow flow) {
            xml.start("str:Structure");
            reference(xml, Kind.DATA_STRUCTURE, flow.structure().id());
            xml.end();
        } else if (artefact instanceof Artefact.Codelist list) {
            items(xml, "Code", list, list.codes());
        } else if (artefact instanceof Artefact.ConceptScheme scheme) {
            items(xml, "Concept", scheme, scheme.concepts());
        } else if (artefact instanceof DataStructure structure) {
            components(xml, structure);
        } else if (artefact instanceof Artefact.Constraint constraint) {
            region(xml, constraint);
        }
    }

    private static void items(SdmxXml xml, String element, Artefact scheme, List<Code> items)
            throws XMLStreamException {
        for (Code item : items) {
            xml.start("str:" + element, "id", item.id(), "urn", scheme.kind().partUrn(element, scheme.id(), item.id()))
                    .told("com:Name", item.name())
                    .end();
        }
    }

    private static void reference(SdmxXml xml, Kind kind, String id) throws XMLStreamException {
        xml.empty(
                "Ref",
                "id",
                id,
                "version",
                Sdmx.VERSION,
                "agencyID",
                Sdmx.AGENCY,
                "package",
                kind.module(),
                "class",
                kind.type());
    }

    private static void components(SdmxXml xml, DataStructure structure) throws XMLStreamException {
        xml.start("str:DataStructureComponents");
        xml.start("str:DimensionList", "id", "DimensionDescriptor", "urn", urn(structure, "DimensionDescriptor", ""));
        int position = 1;
        for (Component dimension : structure.dimensions()) {
            component(xml, structure, dimension, position++);
        }
        for (Component time : structure.having(Role.TIME)) {
            component(xml, structure, time, position++);
        }
        xml.end();
        xml.start("str:AttributeList", "id", "AttributeDescriptor", "urn", urn(structure, "AttributeDescriptor", ""));
        for (Role role : List.of(Role.OF_SERIES, Role.OF_OBSERVATION)) {
            for (Component attribute : structure.having(role)) {
                component(xml, structure, attribute, 0);
            }
        }
        xml.end();
        xml.start("str:MeasureList", "id", "MeasureDescriptor", "urn", urn(structure, "MeasureDescriptor", ""));
        for (Component measure : structure.having(Role.MEASURE)) {
            component(xml, structure, measure, 0);
        }
        xml.end();
        xml.end();
    }

    private static String urn(DataStructure structure, String type, String part) {
        return structure.kind().partUrn(type, structure.id(), part.isEmpty() ? type : part);
    }

    private static void component(SdmxXml xml, DataStructure structure, Component component, int position)
            throws XMLStreamException {
        String type =
                switch (component.role()) {
                    case DIMENSION -> "Dimension";
                    case TIME -> "TimeDimension";
                    case MEASURE -> "PrimaryMeasure";
                    case OF_SERIES, OF_OBSERVATION -> "Attribute";
                };
        boolean isAttribute = component.role() == Role.OF_SERIES || component.role() == Role.OF_OBSERVATION;
        String urnType = isAttribute ? "DataAttribute" : type;
        xml.start(
                "str:" + type,
                "id",
                component.id(),
                "urn",
                urn(structure, urnType, component.id()),
                "position",
                position == 0 ? null : String.valueOf(position),
                "assignmentStatus",
                isAttribute ? component.mandatory() ? "Mandatory" : "Conditional" : null);
        concept(xml, component);
        representation(xml, component);
        if (isAttribute) {
            relationship(xml, structure, component);
        }
        xml.end();
    }

    private static void concept(SdmxXml xml, Component component) throws XMLStreamException {
        xml.start("str:ConceptIdentity");
        xml.empty(
                "Ref",
                "id",
                component.id(),
                "maintainableParentID",
                Catalogue.CONCEPTS,
                "maintainableParentVersion",
                Sdmx.VERSION,
                "agencyID",
                Sdmx.AGENCY,
                "package",
                Kind.CONCEPT_SCHEME.module(),
                "class",
                "Concept");
        xml.end();
    }

    private static void representation(SdmxXml xml, Component component) throws XMLStreamException {
        xml.start("str:LocalRepresentation");
        CodeSet codes = component.codes();
        if (codes == null) {
            xml.empty("str:TextFormat", "textType", component.type());
        } else {
            xml.start("str:Enumeration");
            reference(xml, Kind.CODELIST, codes.id());
            xml.end();
        }
        xml.end();
    }

    private static void relationship(SdmxXml xml, DataStructure structure, Component attribute)
            throws XMLStreamException {
        xml.start("str:AttributeRelationship");
        if (attribute.role() == Role.OF_SERIES) {
            for (Component dimension : structure.dimensions()) {
                xml.start("str:Dimension").empty("Ref", "id", dimension.id()).end();
            }
        } else {
            xml.start("str:PrimaryMeasure").empty("Ref", "id", Catalogue.VALUE).end();
        }
        xml.end();
    }

    private static void region(SdmxXml xml, Artefact.Constraint constraint) throws XMLStreamException {
        xml.start("str:ConstraintAttachment").start("str:Dataflow");
        reference(xml, Kind.DATAFLOW, constraint.flow().id());
        xml.end().end();
        xml.start("str:CubeRegion", "include", "true");
        for (Artefact.Region.Values values : constraint.region().values()) {
            xml.start("com:KeyValue", "id", values.dimension());
            for (String code : values.codes()) {
                xml.text("com:Value", code);
            }
            xml.end();
        }
        if (constraint.region().hasTime()) {
            xml.start("com:KeyValue", "id", Catalogue.TIME)
                    .start("com:TimeRange")
                    .text("com:StartPeriod", constraint.region().from(), "isInclusive", "true")
                    .text("com:EndPeriod", constraint.region().to(), "isInclusive", "true")
                    .end()
                    .end();
        }
        xml.end();
    }
}
