package io.provincelink.agreements.document;

import io.provincelink.agreements.agreement.Agreement;
import io.provincelink.agreements.agreement.Agreements;
import io.provincelink.agreements.agreement.DocumentView;
import io.provincelink.agreements.agreement.FiledDocument;
import io.provincelink.agreements.agreement.FiledVersion;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.Shelf;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes a document in: the body first, without a transaction however slow it comes; then what is in it; then all of it is written at once. */
@RequestScoped
public class DocumentIntake {

    private final Agreements agreements;
    private final Documents documents;
    private final RecordDesk desk;
    private final Spool spool;
    private final Examiner examiner;
    private final Today today;

    public DocumentIntake(
            Agreements agreements, Documents documents, RecordDesk desk, Spool spool, Examiner examiner, Today today) {
        this.agreements = agreements;
        this.documents = documents;
        this.desk = desk;
        this.spool = spool;
        this.examiner = examiner;
        this.today = today;
    }

    /** What a client sends beside the address. */
    record Parcel(InputStream body, HttpHeaders headers) {}

    /** @throws ProblemException when the caller may not write the agreement, or the draft does not fit to it: before any byte is read */
    void admit(String agreement, DocumentDraft draft) {
        Agreement record = agreements.get(desk.caller(), agreement);
        desk.registrar().requireParty(record);
        new Filing(record, desk.caller()).requireMay(draft.document(record, desk.caller()));
        if (draft.fileName != null && SecrecyMarks.inFileName(draft.fileName)) {
            throw ProblemException.of(DocumentProblem.DOCUMENT_SECRET);
        }
    }

    /** The file, whole and on disk; the caller closes it. */
    Upload receive(Parcel parcel) {
        Upload upload = spool.receive(parcel.body());
        try {
            Digests.verify(parcel.headers(), upload.sha256());
            return upload;
        } catch (RuntimeException wrong) {
            upload.close();
            throw wrong;
        }
    }

    /** @throws ProblemException when the file is none of those that are taken */
    Findings examine(Upload upload, @Nullable MediaType declared) {
        Findings findings = examiner.examine(upload);
        String said = declared == null ? MediaType.APPLICATION_OCTET_STREAM : name(declared);
        ProblemException refusal =
                switch (findings.outcome()) {
                    case TAKEN ->
                        said.equals(MediaType.APPLICATION_OCTET_STREAM) || said.equals(findings.mediaType())
                                ? null
                                : ProblemException.of(
                                        DocumentProblem.DOCUMENT_TYPE_DIFFERS, said, findings.mediaType());
                    case OTHER_TYPE -> ProblemException.of(DocumentProblem.DOCUMENT_TYPE, findings.mediaType());
                    case ENCRYPTED -> ProblemException.of(DocumentProblem.DOCUMENT_ENCRYPTED);
                    case DAMAGED -> ProblemException.of(DocumentProblem.DOCUMENT_DAMAGED, findings.mediaType());
                    case TOO_COMPLEX -> ProblemException.of(DocumentProblem.DOCUMENT_TOO_COMPLEX);
                    case SECRET -> ProblemException.of(DocumentProblem.DOCUMENT_SECRET);
                };
        if (refusal != null) {
            throw refusal;
        }
        return findings;
    }

    private static String name(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    /** Writes the document with the agreement's next version, or nothing. */
    @Transactional
    public RestResponse<DocumentView> file(String agreement, DocumentDraft draft, Upload upload, Findings findings) {
        UUID[] filed = new UUID[1];
        Shelf<Agreement, DocumentView> shelf = new Shelf<>(
                agreements, DocumentView.class, (record, day) -> DocumentView.of(find(record, filed[0])), false);
        // the same body under the same key is the same upload; what is said of it stands in the address
        return desk.act(shelf, agreement, List.of(upload.sha256()), record -> {
            desk.registrar().requireParty(record);
            FiledDocument document = draft.document(record, desk.caller());
            Filing filing = new Filing(record, desk.caller());
            String side = filing.requireMay(document);
            // not before the body is read: to the same upload sent again it is itself the one that is there
            filing.requireOnlyOne(document);
            var origin = new Origin(side, record.visibility());
            FiledDocument next = document.with(version(document, draft, upload, findings, origin));
            record.file(next);
            filed[0] = next.id();
            documents.add(
                    desk.caller(), Documents.Key.of(record, next, next.newest().number()), upload);
            return true;
        });
    }

    /** Which side files it, and who can see the agreement by then. */
    private record Origin(String side, Visibility shownTo) {}

    private FiledVersion version(
            FiledDocument document, DocumentDraft draft, Upload upload, Findings findings, Origin origin) {
        return new FiledVersion(
                document.versions().size() + 1,
                FileName.of(draft.fileName, document, findings.mediaType()),
                findings.mediaType(),
                upload.size(),
                upload.sha256(),
                findings.articles(),
                today.now(),
                origin.side(),
                origin.shownTo());
    }

    private static FiledDocument find(Agreement agreement, UUID id) {
        return agreement.bindingDocuments().stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }
}
