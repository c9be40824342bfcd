package io.provincelink.agreements.document;

import io.provincelink.agreements.agreement.Agreement;
import io.provincelink.agreements.agreement.Agreements;
import io.provincelink.agreements.agreement.DocumentView;
import io.provincelink.agreements.agreement.FiledDocument;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.Shelf;
import io.provincelink.record.audit.Reading;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Documents of an agreement over HTTP. {@code {id}} is the agreement's id or code. */
@Path("agreements/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class DocumentResource {

    private static final String WHO =
            "An editor of a party files a document, and the side that filed it replaces or withdraws it. From the"
                    + " first signature on, given or stated, an approver of that party does it for AUTHENTIC_TEXT,"
                    + " SIGNED_SCAN and what is authentic; once the agreement is PUBLIC for every document.";

    private final Agreements agreements;
    private final Documents documents;
    private final DocumentIntake intake;
    private final RecordDesk desk;

    public DocumentResource(Agreements agreements, Documents documents, DocumentIntake intake, RecordDesk desk) {
        this.agreements = agreements;
        this.documents = documents;
        this.intake = intake;
        this.desk = desk;
    }

    /** The documents of one agreement. */
    public record DocumentList(List<DocumentView> items) {}

    @GET
    @PermitAll
    @Operation(operationId = "listDocuments", summary = "The documents of an agreement, each in its newest version")
    public RestResponse<DocumentList> list(
            @PathParam("id") String id, @QueryParam("withdrawn") @Nullable Boolean withdrawnToo) {
        boolean withWithdrawn = Boolean.TRUE.equals(withdrawnToo);
        return desk.read(
                new Shelf<>(
                        agreements,
                        DocumentList.class,
                        (agreement, day) -> new DocumentList(agreement.documentsFor(desk.caller()).stream()
                                .filter(document -> withWithdrawn || !document.withdrawn())
                                .map(DocumentView::inList)
                                .toList()),
                        false),
                id,
                desk.caller().scope(),
                withWithdrawn);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(
            operationId = "createDocument",
            summary = "Upload a document, or the next version of one",
            description =
                    "The file is the body: PDF, DOCX or ODT of up to 20 MiB. Its type is found out by its content;"
                            + " Content-Type must agree, or be application/octet-stream. Repr-Digest or Content-Digest with"
                            + " sha-256 is compared where it is sent. "
                            + WHO)
    @RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "413",
            description = "The document is too large.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "415",
            description = "This type of file is not taken.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "200",
            description = "Created.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DocumentView.class)))
    public RestResponse<DocumentView> upload(
            @PathParam("id") String id,
            @Valid @BeanParam DocumentDraft draft,
            HttpHeaders headers,
            @Nullable InputStream body) {
        intake.admit(id, draft);
        try (Upload upload = intake.receive(
                new DocumentIntake.Parcel(body == null ? InputStream.nullInputStream() : body, headers))) {
            Findings findings = intake.examine(upload, headers.getMediaType());
            RestResponse<DocumentView> filed = intake.file(id, draft, upload, findings);
            DocumentView view = filed.getEntity();
            return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                    .header(HttpHeaders.LOCATION, "/api/v1/agreements/" + id + "/documents/" + view.id())
                    .header(HttpHeaders.ETAG, filed.getHeaders().getFirst(HttpHeaders.ETAG))
                    .header(Digests.REPR_DIGEST, Digests.field(view.sha256()))
                    .build();
        }
    }

    @GET
    @Path("{documentId}")
    @PermitAll
    @Operation(operationId = "getDocument", summary = "What is said of a document, with all its versions")
    public RestResponse<DocumentView> get(@PathParam("id") String id, @PathParam("documentId") String documentId) {
        return desk.read(shelf(documentId), id, desk.caller().scope());
    }

    @DELETE
    @Path("{documentId}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Transactional
    @Operation(
            operationId = "withdrawDocument",
            summary = "Withdraw a document: it is no longer listed, and can still be read by its address",
            description = WHO)
    public RestResponse<DocumentView> withdraw(@PathParam("id") String id, @PathParam("documentId") String documentId) {
        return desk.change(shelf(documentId), id, agreement -> {
            UUID known = find(agreement, documentId).id();
            FiledDocument document = agreement.documents().stream()
                    .filter(filed -> filed.id().equals(known))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            new Filing(agreement, desk.caller()).requireMay(document);
            agreement.file(document.withdraw());
        });
    }

    @GET
    @Path("{documentId}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM) // several would be written by toString(); see TypeOfTheFile
    @PermitAll
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            schema = @Schema(type = SchemaType.STRING),
            example = "bytes=0-99")
    @Parameter(name = "If-Range", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "If-None-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @Operation(
            operationId = "getDocumentContent",
            summary = "The file in its newest version",
            description = "Range: bytes=a-b, a- or -n gives a part; several ranges give the whole.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = MediaTypes.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.ODT, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "206",
            description = "The part that was asked for.",
            content = {
                @Content(mediaType = MediaTypes.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.ODT, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    @APIResponse(
            responseCode = "416",
            description = "There is nothing in this range.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public RestResponse<StreamingOutput> content(
            @PathParam("id") String id, @PathParam("documentId") String documentId, HttpHeaders headers) {
        return newest(id, documentId).get(headers);
    }

    @HEAD
    @Path("{documentId}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM) // several would be written by toString(); see TypeOfTheFile
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> contentHead(
            @PathParam("id") String id, @PathParam("documentId") String documentId) {
        return newest(id, documentId).head();
    }

    @GET
    @Path("{documentId}/versions/{version}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM) // several would be written by toString(); see TypeOfTheFile
    @PermitAll
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            schema = @Schema(type = SchemaType.STRING),
            example = "bytes=0-99")
    @Parameter(name = "If-Range", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @Operation(operationId = "getDocumentVersion", summary = "The file in one of its versions, whole or in part")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = MediaTypes.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.ODT, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "206",
            description = "The part that was asked for.",
            content = {
                @Content(mediaType = MediaTypes.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.ODT, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "416",
            description = "There is nothing in this range.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public RestResponse<StreamingOutput> version(
            @PathParam("id") String id,
            @PathParam("documentId") String documentId,
            @PathParam("version") int version,
            HttpHeaders headers) {
        return version(id, documentId, version).get(headers);
    }

    @HEAD
    @Path("{documentId}/versions/{version}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM) // several would be written by toString(); see TypeOfTheFile
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> versionHead(
            @PathParam("id") String id, @PathParam("documentId") String documentId, @PathParam("version") int version) {
        return version(id, documentId, version).head();
    }

    private Download newest(String id, String documentId) {
        Agreement agreement = read(id);
        FiledDocument document = find(agreement, documentId);
        return new Download(documents, desk.caller(), agreement, document, document.newest());
    }

    private Download version(String id, String documentId, int version) {
        Agreement agreement = read(id);
        FiledDocument document = find(agreement, documentId);
        return new Download(
                documents,
                desk.caller(),
                agreement,
                document,
                document.version(version).orElseThrow(ProblemException::notFound));
    }

    private Agreement read(String id) {
        Agreement agreement = agreements.get(desk.caller(), id);
        agreements.shown(desk.caller(), List.of(agreement), Reading.How.DOCUMENT);
        return agreement;
    }

    private Shelf<Agreement, DocumentView> shelf(String documentId) {
        return new Shelf<>(
                agreements,
                DocumentView.class,
                (agreement, day) -> DocumentView.of(find(agreement, documentId)),
                false);
    }

    private FiledDocument find(Agreement agreement, String documentId) {
        return agreement.documentsFor(desk.caller()).stream()
                .filter(document -> document.id().toString().equals(documentId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
