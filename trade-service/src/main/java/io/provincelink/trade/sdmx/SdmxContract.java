package io.provincelink.trade.sdmx;

import io.provincelink.kit.http.ContractFilter;
import io.provincelink.trade.sdmx.data.DataForm;
import io.provincelink.trade.sdmx.structure.StructureForm;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes the standard's media types and its error message into the contract: all operations in SDMX have the same. */
// a priority of its own, else it comes before or behind the kit's filter as a build pleases, and the contract with it
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 2)
public final class SdmxContract implements OASFilter {

    private static final String DATA = "SdmxData";
    private static final String STRUCTURES = "SdmxStructures";
    private static final String ERROR = "SdmxError";

    private static final String HERE = "/" + Sdmx.PATH + "/";

    // sorted: the contract must come out the same each time
    private static final Map<Integer, String> ERRORS = new TreeMap<>(
            Map.of(
                    400, "The question is not right (SDMX error 140).",
                    401, "No valid token (110).",
                    404, "Nothing found (100).",
                    406, "None of the accepted formats is given (1406).",
                    501, "The standard has this, this service does not (501).",
                    503,
                            "Too many ask for data at once, or something that this needs cannot be reached (503). Try again later."));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null
                || api.getPaths() == null
                || api.getPaths().getPathItems() == null) {
            return;
        }
        Components components = api.getComponents();
        // what the methods return, which writes itself
        components.removeSchema("SdmxAnswer");
        components.removeSchema("SdmxMessage");
        components.addResponse(DATA, response("Data.").content(content(DataForm.values())));
        components.addResponse(STRUCTURES, response("Structures.").content(content(StructureForm.values())));
        ERRORS.forEach((status, description) ->
                components.addResponse(ERROR + status, response(description).content(error())));
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains(HERE)) {
                String found = path.contains(HERE + "data/") ? DATA : STRUCTURES;
                item.getOperations().values().forEach(operation -> describe(operation, found));
            }
        });
    }

    private static void describe(Operation operation, String found) {
        operation.getResponses().addAPIResponse("200", reference(found));
        operation.getResponses().addAPIResponse("304", response("Nothing has changed since that ETag or date."));
        ERRORS.keySet()
                .forEach(status ->
                        operation.getResponses().addAPIResponse(String.valueOf(status), reference(ERROR + status)));
        ContractFilter.sortResponses(operation);
    }

    private static Content content(Form[] forms) {
        Content content = OASFactory.createContent();
        for (Form form : forms) {
            content.addMediaType(form.contentType(), schema(form.contentType(), form.title()));
            form.aliases().forEach(alias -> content.addMediaType(alias, schema(alias, form.title())));
        }
        return content;
    }

    private static APIResponse reference(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    private static Content error() {
        return OASFactory.createContent()
                .addMediaType(Form.XML, schema(Form.XML, "The error message of SDMX-ML 2.1."))
                .addMediaType(Form.JSON, schema(Form.JSON, "errors of SDMX-JSON, for who asks for JSON."));
    }

    private static MediaType schema(String mediaType, String description) {
        Schema schema = mediaType.contains("json")
                ? OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                : OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("binary");
        return OASFactory.createMediaType().schema(schema.description(description));
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse().description(description);
    }
}
