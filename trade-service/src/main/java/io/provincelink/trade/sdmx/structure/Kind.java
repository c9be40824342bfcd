package io.provincelink.trade.sdmx.structure;

import io.provincelink.trade.sdmx.Sdmx;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of artefacts that there are here, in the order in which a message has them. */
public enum Kind {
    DATAFLOW("dataflow", "Dataflow", "datastructure"),
    CODELIST("codelist", "Codelist", "codelist"),
    CONCEPT_SCHEME("conceptscheme", "ConceptScheme", "conceptscheme"),
    DATA_STRUCTURE("datastructure", "DataStructure", "datastructure"),
    CONSTRAINT("contentconstraint", "ContentConstraint", "registry");

    private static final String URN = "urn:sdmx:org.sdmx.infomodel.";

    private final String resource;
    private final String type;
    private final String module;

    Kind(String resource, String type, String module) {
        this.resource = resource;
        this.type = type;
        this.module = module;
    }

    /** The kind that an address calls by this name. */
    static Optional<Kind> ofResource(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.resource.equals(name))
                .findFirst();
    }

    /** Its name in addresses. */
    public String resource() {
        return resource;
    }

    /** Its class in the information model. */
    public String type() {
        return type;
    }

    /** The package of the information model that its class is in. */
    public String module() {
        return module;
    }

    public String urn(String id) {
        return URN + module + "." + type + reference(id);
    }

    /** Of a part of an artefact of this kind: {@code Code}, {@code Concept}, {@code Dimension}. */
    public String partUrn(String partType, String id, String part) {
        return URN + module + "." + partType + reference(id) + "." + part;
    }

    private static String reference(String id) {
        return "=" + Sdmx.AGENCY + ":" + id + "(" + Sdmx.VERSION + ")";
    }
}
