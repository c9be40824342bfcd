package io.provincelink.agreements.document;

import io.provincelink.agreements.agreement.Agreement;
import io.provincelink.agreements.agreement.DocumentRole;
import io.provincelink.agreements.agreement.FiledDocument;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordStore;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a client says of the file that it uploads. */
public class DocumentDraft {

    @QueryParam("role")
    @Parameter(description = "Required for a new document; a newer version keeps its document's.")
    public @Nullable DocumentRole role;

    @QueryParam("language")
    @Parameter(
            description = "ISO 639 code. Required for a new document; a newer version keeps its document's.",
            example = "vi")
    @Pattern(regexp = "^[a-z]{2,3}$")
    public @Nullable String language;

    @QueryParam("authentic")
    @Parameter(description = "Whether this wording binds; an AUTHENTIC_TEXT does.")
    public @Nullable Boolean authentic;

    @QueryParam("fileName")
    @Parameter(description = "How the file is called when it is saved; made up when absent.")
    @Size(max = 200)
    public @Nullable String fileName;

    @QueryParam("replaces")
    @Parameter(description = "Id of the document of which this is the next version.")
    public @Nullable String replaces;

    /** The document without its newest version: a new one, or the one that gets another version. */
    FiledDocument document(Agreement agreement, Caller caller) {
        return replaces == null ? fresh(agreement) : known(agreement, replaces, caller);
    }

    private FiledDocument fresh(Agreement agreement) {
        DocumentRole given = Parameters.required("role", role);
        String spoken = Parameters.required("language", language);
        boolean binds = authentic == null ? given == DocumentRole.AUTHENTIC_TEXT : authentic;
        if (given == DocumentRole.AUTHENTIC_TEXT && !binds || given == DocumentRole.TRANSLATION && binds) {
            throw ProblemException.invalid(Fault.at("?authentic", "unknown-value", !binds));
        }
        if (binds && !agreement.authenticLanguages().contains(spoken)) {
            throw ProblemException.of(
                    DocumentProblem.DOCUMENT_LANGUAGE, String.join(", ", agreement.authenticLanguages()));
        }
        return new FiledDocument(RecordStore.idOr(null), given, spoken, binds, false, List.of());
    }

    private FiledDocument known(Agreement agreement, String id, Caller caller) {
        // found among those that the caller may know of, taken with all its versions
        FiledDocument document = agreement.documentsFor(caller).stream()
                .filter(seen -> seen.id().toString().equals(id))
                .flatMap(seen -> agreement.documents().stream()
                        .filter(filed -> filed.id().equals(seen.id())))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(Fault.at("?replaces", "unknown-record")));
        requireSame("role", role, document.role());
        requireSame("language", language, document.language());
        requireSame("authentic", authentic, document.authentic());
        return document;
    }

    private static void requireSame(String name, @Nullable Object given, Object filed) {
        if (given != null && !given.equals(filed)) {
            throw ProblemException.invalid(Fault.fixed("?" + name, filed));
        }
    }
}
