package io.provincelink.agreements.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.agreements.agreement.Agreement;
import io.provincelink.agreements.agreement.DocumentRole;
import io.provincelink.agreements.agreement.FiledDocument;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts of agreements by articles, as they were found in their documents. */
@Singleton
public class AgreementTexts {

    /** What binds first, then what came last. */
    private static final Comparator<FiledDocument> BEST = Comparator.comparing(FiledDocument::authentic)
            .thenComparing(document -> document.newest().uploadedAt());

    private final Documents documents;
    private final ObjectMapper json;

    public AgreementTexts(Documents documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** One text in every language that there is one in. */
    public List<AgreementTextView> all(Caller caller, Agreement agreement) {
        return languages(agreement).stream()
                .flatMap(language -> best(agreement, Stream.of(language)).stream())
                .map(document -> text(caller, agreement, document))
                .toList();
    }

    /** The languages in which there is a text, by their codes. */
    static List<String> languages(Agreement agreement) {
        return withText(agreement)
                .map(FiledDocument::language)
                .distinct()
                .sorted()
                .toList();
    }

    /** The document to read it in: in the language that was asked for, else in the first in which it binds and there is a text. */
    static Optional<FiledDocument> choose(Agreement agreement, @Nullable String asked) {
        return best(
                agreement,
                asked != null
                        ? Stream.of(asked)
                        : Stream.of(
                                        Stream.ofNullable(agreement.prevailingLanguage()),
                                        agreement.authenticLanguages().stream(),
                                        withText(agreement).map(FiledDocument::language))
                                .flatMap(languages -> languages));
    }

    private static Optional<FiledDocument> best(Agreement agreement, Stream<String> languages) {
        return languages
                .flatMap(language ->
                        withText(agreement)
                                .filter(document -> document.language().equals(language))
                                .max(BEST)
                                .stream())
                .findFirst();
    }

    private static Stream<FiledDocument> withText(Agreement agreement) {
        return agreement.bindingDocuments().stream()
                .filter(document -> !document.withdrawn() && document.newest().articles() > 0)
                .filter(document ->
                        document.role() == DocumentRole.AUTHENTIC_TEXT || document.role() == DocumentRole.TRANSLATION);
    }

    /** @throws ProblemException 404 when the caller may not see it any more */
    AgreementTextView text(Caller caller, Agreement agreement, FiledDocument document) {
        int version = document.newest().number();
        String articles = documents
                .text(caller, Documents.Key.of(agreement, document, version))
                .orElseThrow(ProblemException::notFound);
        return new AgreementTextView(
                read(articles),
                document.language(),
                document.authentic(),
                document.newest().sha256(),
                document.id(),
                version);
    }

    private List<Article> read(String articles) {
        try {
            return json.readValue(articles, new TypeReference<>() {});
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}
