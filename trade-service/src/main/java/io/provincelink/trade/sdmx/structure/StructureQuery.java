package io.provincelink.trade.sdmx.structure;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How much is told of structures, and of what they are related to. */
public class StructureQuery {

    @QueryParam("references")
    @Parameter(
            description =
                    "Which related structures come along: none, parents, parentsandsiblings, children, descendants, all, or"
                            + " those of one kind, such as codelist.",
            example = "descendants",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "none"))
    public @Nullable String references;

    @QueryParam("detail")
    @Parameter(
            description =
                    "full, allstubs, referencestubs, allcompletestubs, referencecompletestubs or referencepartial. A stub has"
                            + " an id and a name.",
            example = "allstubs",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "full"))
    public @Nullable String detail;

    @QueryParam("format")
    @Parameter(description = "structure or jsonstructure, for clients that cannot send Accept.", example = "structure")
    public @Nullable String format;
}
