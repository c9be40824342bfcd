package io.provincelink.agreements.document;

import io.provincelink.agreements.agreement.Agreement;
import io.provincelink.agreements.agreement.Agreements;
import io.provincelink.agreements.agreement.FiledDocument;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.audit.Reading;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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

    private final Agreements agreements;
    private final AgreementTexts texts;
    private final RecordDesk desk;
    private final Conditional conditional;

    public AgreementTextResource(
            Agreements agreements, AgreementTexts texts, RecordDesk desk, Conditional conditional) {
        this.agreements = agreements;
        this.texts = texts;
        this.desk = desk;
        this.conditional = conditional;
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
                    String language) {
        Caller caller = desk.caller();
        Agreement agreement = agreements.get(caller, id);
        FiledDocument document = AgreementTexts.choose(agreement, language)
                .orElseThrow(() -> ProblemException.of(DocumentProblem.NO_TEXT, languages(agreement)));
        int version = document.newest().number();
        return conditional.read(
                () -> version,
                () -> {
                    agreements.shown(caller, List.of(agreement), Reading.How.DOCUMENT);
                    return new Conditional.Versioned<>(version, texts.text(caller, agreement, document));
                },
                document.id(),
                document.newest().sha256(),
                document.authentic());
    }

    private static String languages(Agreement agreement) {
        List<String> languages = AgreementTexts.languages(agreement);
        return languages.isEmpty() ? "-" : String.join(", ", languages);
    }
}
