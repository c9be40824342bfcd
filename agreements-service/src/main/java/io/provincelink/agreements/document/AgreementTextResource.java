package io.provincelink.agreements.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.agreements.agreement.Agreement;
import io.provincelink.agreements.agreement.Agreements;
import io.provincelink.agreements.agreement.DocumentRole;
import io.provincelink.agreements.agreement.FiledDocument;
import io.provincelink.agreements.agreement.FiledVersion;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordDesk;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The text of an agreement, small enough for a phone. {@code {id}} is the agreement's id or code. */
@Path("agreements/{id}/text")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class AgreementTextResource {

    /** What binds first, then what came last. */
    private static final Comparator<FiledDocument> BEST = Comparator.comparing(
                    (FiledDocument document) -> document.role() == DocumentRole.AUTHENTIC_TEXT)
            .thenComparing(document -> document.newest().uploadedAt());

    private final Agreements agreements;
    private final Documents documents;
    private final RecordDesk desk;
    private final ObjectMapper json;

    public AgreementTextResource(Agreements agreements, Documents documents, RecordDesk desk, ObjectMapper json) {
        this.agreements = agreements;
        this.documents = documents;
        this.desk = desk;
        this.json = json;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getAgreementText",
            summary = "The text by articles in one language",
            description =
                    "From the newest AUTHENTIC_TEXT in that language, else the newest TRANSLATION. Number 0 is what"
                            + " stands before the first article, or the whole where there are none.")
    @APIResponse(responseCode = "200", description = "The text.")
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    public RestResponse<AgreementTextView> text(
            @PathParam("id") String id,
            @Parameter(
                            description =
                                    "ISO 639 code; else the prevailing language, else the first authentic one there is.")
                    @QueryParam("lang")
                    @Nullable
                    @Pattern(regexp = "^[a-z]{2,3}$")
                    String language,
            HttpHeaders headers) {
        Caller caller = desk.caller();
        Agreement agreement = agreements.get(caller, id);
        FiledDocument document = choose(agreement, language);
        FiledVersion version = document.newest();
        String tag = Tags.of(version.sha256().substring(0, 32) + (document.authentic() ? "-a" : "-t"));
        if (Tags.isIn(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            return headed(
                    RestResponse.ResponseBuilder.<AgreementTextView>create(RestResponse.Status.NOT_MODIFIED), tag);
        }
        Documents.Key key = Documents.Key.of(agreement, document, version.number());
        String articles = documents.text(caller, key).orElseThrow(ProblemException::notFound);
        var view = new AgreementTextView(
                read(articles),
                document.language(),
                document.authentic(),
                version.sha256(),
                document.id(),
                version.number());
        return headed(RestResponse.ResponseBuilder.ok(view), tag);
    }

    private static FiledDocument choose(Agreement agreement, @Nullable String asked) {
        List<FiledDocument> texts = agreement.documents().stream()
                .filter(document -> !document.withdrawn() && document.newest().articles() > 0)
                .filter(document ->
                        document.role() == DocumentRole.AUTHENTIC_TEXT || document.role() == DocumentRole.TRANSLATION)
                .toList();
        Stream<String> wanted = asked != null
                ? Stream.of(asked)
                : Stream.of(
                                Stream.ofNullable(agreement.prevailingLanguage()),
                                agreement.authenticLanguages().stream(),
                                texts.stream().map(FiledDocument::language))
                        .flatMap(languages -> languages);
        return wanted.flatMap(language ->
                        texts.stream().filter(document -> document.language().equals(language)).max(BEST).stream())
                .findFirst()
                .orElseThrow(() -> ProblemException.of(DocumentProblem.NO_TEXT, languages(texts)));
    }

    private static String languages(List<FiledDocument> texts) {
        return texts.isEmpty()
                ? "-"
                : texts.stream()
                        .map(FiledDocument::language)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private List<Article> read(String articles) {
        try {
            return json.readValue(articles, new TypeReference<>() {});
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private static RestResponse<AgreementTextView> headed(
            RestResponse.ResponseBuilder<AgreementTextView> answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, "Authorization, Accept, Accept-Encoding")
                .build();
    }
}
