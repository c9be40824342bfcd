package io.provincelink.kit.http;

import io.provincelink.kit.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Writes into every contract what all services share: problems, preconditions, idempotency, the token. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ContractFilter implements OASFilter {

    /** Query parameter of all reads that answer with a view or a page of views. */
    static final String FIELDS = "fields";

    private static final String TOKEN = "token";
    private static final String PAGE = "Page";
    // sorted: the contract must come out the same each time
    private static final Map<Integer, String> PROBLEMS = new TreeMap<>(Map.of(
            400, "The input is not right; violations names each fault.",
            401, "No valid token.",
            403, "The token does not allow this, or not for this party.",
            404, "No such record, or none that the caller may see.",
            410, "The cursor belongs to another database, or to changes that are not kept any more.",
            409, "There is such a record already, or its state does not allow this.",
            412, "If-Match names another version.",
            422, "The Idempotency-Key came with another body before.",
            428, "If-Match is missing.",
            503, "Something that this needs cannot be reached, or too many ask at once. Try again later."));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "OIDC access token (JWT) with the claims region, body and roles; checked as RFC8725 advises: asymmetric"
                                                + " signature, issuer, audience and times."));
        api.getComponents().addSchema("Problem", problem());
        PROBLEMS.forEach((status, text) -> api.getComponents().addResponse("Problem" + status, response(text)));
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().forEach(ContractFilter::path);
        }
        patches(api);
        anyValues(api);
    }

    /** A value of any type that may be absent: the scan of the code, which finds no type, takes it for null alone. */
    private static void anyValues(OpenAPI api) {
        for (Schema schema : api.getComponents().getSchemas().values()) {
            if (schema.getProperties() != null) {
                schema.getProperties().values().stream()
                        .filter(property -> List.of(Schema.SchemaType.NULL).equals(property.getType()))
                        .forEach(property -> property.setType(null));
            }
        }
    }

    /** A patch has a draft's properties, none of them required: {@code ProgrammePatch} from {@code ProgrammeDraft}. */
    private static void patches(OpenAPI api) {
        Map<String, Schema> drafts = api.getComponents().getSchemas();
        for (String name : List.copyOf(drafts.keySet())) {
            if (name.endsWith("Draft")) {
                Schema draft = drafts.get(name);
                Schema patch = OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description(
                                "JSON Merge Patch (RFC 7396): what is named replaces, null removes, the rest stays.")
                        .properties(draft.getProperties());
                api.getComponents().addSchema(name.replaceAll("Draft$", "Patch"), patch);
            }
        }
    }

    private static void path(String path, PathItem item) {
        boolean inside = path.contains("{");
        item.getOperations().forEach((method, operation) -> {
            problem(operation, 400);
            problem(operation, 401);
            problem(operation, 503);
            if (inside) {
                problem(operation, 404);
            }
            if (path.endsWith("/changes")) {
                problem(operation, 410);
            }
            switch (method) {
                case GET, HEAD -> {
                    if (isConfidential(path)) {
                        confidential(operation);
                    } else {
                        read(operation, path.endsWith("}"));
                    }
                }
                case POST -> action(operation, inside);
                default -> {
                    if (isVersioned(path)) {
                        change(operation);
                    } else {
                        confidential(operation);
                    }
                }
            }
            if (method == PathItem.HttpMethod.PUT && path.contains("/by-external-id/")) {
                createsToo(operation);
            }
            sortResponses(operation);
        });
    }

    /** By status: a contract comes out the same whichever filter writes into it first. */
    public static void sortResponses(Operation operation) {
        if (operation.getResponses() != null && operation.getResponses().getAPIResponses() != null) {
            operation
                    .getResponses()
                    .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
        }
    }

    private static void read(Operation operation, boolean single) {
        // an empty requirement beside the token: reading PUBLIC records needs none
        operation.setSecurity(List.of(
                OASFactory.createSecurityRequirement(),
                OASFactory.createSecurityRequirement().addScheme(TOKEN)));
        String answer = answer(operation);
        if (isView(answer)) {
            operation.addParameter(OASFactory.createParameter()
                    .in(Parameter.In.QUERY)
                    .name(FIELDS)
                    .required(false)
                    .description(
                            "Only these top-level fields and the id, comma separated; whatever else the schema has is"
                                    + " left out.")
                    .example("id,title")
                    .schema(string()));
        }
        streams(operation, answer);
        if (single || isJson(operation)) {
            header(operation, "If-None-Match", "ETag that the reader has; 304 when it is still true.");
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description("Not changed since that ETag."));
        }
    }

    /** The scan of the code takes every form of a list for the page that the method returns. */
    private static void streams(Operation operation, String page) {
        APIResponse done = operation.getResponses().getAPIResponse("200");
        if (!page.startsWith(PAGE) || done.getContent().getMediaType(ListForms.LINES) == null) {
            return;
        }
        String all = " All that the filters find; with limit, or limit and cursor, that page of it.";
        String view = page.substring(PAGE.length());
        done.getContent()
                .addMediaType(ListForms.LINES, stream("One " + view + " a line." + all))
                .addMediaType(
                        ListForms.TABLE,
                        stream("RFC 4180 with a header: one row for each " + view
                                + ", a column for each of its values, such as title.vi." + all));
    }

    private static MediaType stream(String description) {
        return OASFactory.createMediaType().schema(string().format("binary").description(description));
    }

    private static boolean isConfidential(String path) {
        return Stream.of(
                        "/reads",
                        "/erasures",
                        "/calendar-feeds",
                        "/calendar-feeds/{id}",
                        "/audit-entries",
                        "/webhooks",
                        "/webhooks/{id}",
                        "/webhooks/{id}/deliveries")
                .anyMatch(path::endsWith);
    }

    /** Not what never changes: who ends a private address overwrites nothing unseen. */
    private static boolean isVersioned(String path) {
        return Stream.of("/calendar-feeds/{id}", "/persons/{person}").noneMatch(path::endsWith);
    }

    /** What is for some of the parties' people alone. */
    private static void confidential(Operation operation) {
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
        problem(operation, 403);
    }

    /** Whether a schema's name, or a page's of such, says that it is a record as a client gets it, whole or as a line of a list. */
    static boolean isView(String schema) {
        return schema.endsWith("View") || schema.endsWith("Line");
    }

    private static boolean isJson(Operation operation) {
        APIResponse done = operation.getResponses().getAPIResponse("200");
        return done != null && done.getContent() != null && done.getContent().getMediaType("application/json") != null;
    }

    /** Name of the schema that the operation answers with; empty when it has none. */
    private static String answer(Operation operation) {
        APIResponse done = operation.getResponses() == null
                ? null
                : operation.getResponses().getAPIResponse("200");
        if (done == null || done.getContent() == null) {
            return "";
        }
        return done.getContent().getMediaTypes().values().stream()
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && schema.getRef() != null)
                .map(schema -> schema.getRef().replaceAll(".*/", ""))
                .findFirst()
                .orElse("");
    }

    private static void action(Operation operation, boolean inside) {
        write(operation);
        created(operation);
        header(
                operation,
                "Idempotency-Key",
                "Any text of up to 200 characters; the same key and body give the first answer again for 24 hours.");
        problem(operation, 422);
        if (inside) {
            header(operation, "If-Match", "ETag of the version that was read; compared where it is sent.");
            problem(operation, 412);
        }
    }

    private static void change(Operation operation) {
        write(operation);
        header(operation, "If-Match", "ETag of the version that the change is based on; required.");
        problem(operation, 412);
        problem(operation, 428);
    }

    /** A PUT under a partner's own key makes the record where there is none. */
    private static void createsToo(Operation operation) {
        header(operation, "If-None-Match", "*: only where there is none under this key yet.");
        APIResponse done = operation.getResponses().getAPIResponse("200");
        operation
                .getResponses()
                .addAPIResponse(
                        "201",
                        OASFactory.createAPIResponse()
                                .description("Created.")
                                .content(done.getContent())
                                .addHeader(
                                        "Location",
                                        OASFactory.createHeader()
                                                .description("Where the record is.")
                                                .schema(string())));
    }

    private static void write(Operation operation) {
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
        problem(operation, 403);
        problem(operation, 409);
    }

    /** A create answers 201; the scan of the code sees only the type that it returns. */
    private static void created(Operation operation) {
        APIResponse done = operation.getResponses().getAPIResponse("200");
        if (done != null && String.valueOf(operation.getOperationId()).startsWith("create")) {
            operation.getResponses().removeAPIResponse("200");
            operation
                    .getResponses()
                    .addAPIResponse(
                            "201",
                            done.description("Created.")
                                    .addHeader(
                                            "Location",
                                            OASFactory.createHeader()
                                                    .description("Where the record is.")
                                                    .schema(string())));
        }
    }

    private static void problem(Operation operation, int status) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        APIResponse told = operation.getResponses().getAPIResponse(String.valueOf(status));
        if (told != null && told.getRef() != null && !told.getRef().endsWith("/Problem" + status)) {
            return; // an operation whose clients expect another form of errors says so itself
        }
        operation
                .getResponses()
                .addAPIResponse(
                        String.valueOf(status),
                        OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
    }

    private static void header(Operation operation, String name, String description) {
        boolean isThere = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
        if (isThere) {
            return;
        }
        operation.addParameter(OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name(name)
                .required(false)
                .description(description)
                .schema(string()));
    }

    private static APIResponse response(String text) {
        return OASFactory.createAPIResponse()
                .description(text)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static Schema problem() {
        Schema violation = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty(
                        "pointer",
                        string().description("JSON pointer into the body, ?name of a parameter, or Name: of a header."))
                .addProperty("code", string().description("Stable, for programs."))
                .addProperty("message", string().description("What would be right, in the reader's language."))
                .required(List.of("pointer", "code", "message"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457 problem details; texts follow Accept-Language (vi, zh, en).")
                .addProperty(
                        "type",
                        string().description("Stable, for programs, such as urn:provincelink:problem:stale-version."))
                .addProperty("title", string())
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .format("int32")
                                .description("The HTTP status."))
                .addProperty("detail", string())
                .addProperty("instance", string().description("The path that was asked for."))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(violation))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
