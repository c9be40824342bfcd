package io.provincelink.trade.sdmx.structure;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The segments of an address of structures; those that are not there mean all of them, in the latest version. */
public class StructurePath {

    private static final String ALL = "all";

    @PathParam("structure")
    @Parameter(
            description = "dataflow, datastructure, codelist, conceptscheme, or structure for all of them.",
            example = "dataflow")
    public String structure = "";

    @PathParam("agency")
    @Parameter(description = "PROVINCELINK or all; several with +.", example = "PROVINCELINK")
    public @Nullable String agency;

    @PathParam("id")
    @Parameter(description = "Id or all; several with +.", example = "TRADE")
    public @Nullable String id;

    @PathParam("version")
    @Parameter(description = "1.0, latest or all.", example = "latest")
    public @Nullable String version;

    @PathParam("item")
    @Parameter(description = "Codes of a code list or concepts of a scheme; several with +.", example = "EXPORT")
    public @Nullable String item;

    String agencies() {
        return agency == null ? ALL : agency;
    }

    String ids() {
        return id == null ? ALL : id;
    }

    String versions() {
        return version == null ? ALL : version;
    }

    String items() {
        return item == null ? ALL : item;
    }
}
