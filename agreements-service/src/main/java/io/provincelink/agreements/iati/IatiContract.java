package io.provincelink.agreements.iati;

import io.provincelink.kit.http.ContractFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes the second media type of the two operations into the contract: one address has one operation for each method there. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class IatiContract implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(IatiContract::add);
    }

    private static void add(Operation operation) {
        String id = String.valueOf(operation.getOperationId());
        boolean list = id.equals("listAssistanceProjects");
        if (!list && !id.equals("getAssistanceProject")) {
            return;
        }
        operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .addMediaType(
                        "application/xml",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.STRING)
                                        .description("IATI 2.03 iati-activities."
                                                + (list
                                                        ? " All that the filters find: limit and cursor do not apply."
                                                        : ""))));
        if (list) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "204",
                            OASFactory.createAPIResponse()
                                    .description(
                                            "Nothing found, asked for as XML: an IATI file has one activity at least."));
            ContractFilter.sortResponses(operation);
        }
    }
}
