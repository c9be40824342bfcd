package io.provincelink.agreements.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document of an agreement as a client gets it: its newest version.
 *
 * @param version number of the newest version, from 1
 * @param sha256 of the bytes, in hexadecimal digits
 * @param articles how many pieces of text were found in it; 0 for a scan without text
 * @param by the party whose side uploaded it
 * @param withdrawn true, or absent
 * @param versions all of them, oldest first; absent where documents are listed
 */
public record DocumentView(
        UUID id,
        int version,
        DocumentRole role,
        String language,
        boolean authentic,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        int articles,
        Instant uploadedAt,
        String by,
        @Nullable Boolean withdrawn,
        @Nullable List<FiledVersion> versions) {

    static List<DocumentView> listed(List<FiledDocument> documents) {
        return documents.stream()
                .filter(document -> !document.withdrawn())
                .map(document -> of(document, null))
                .toList();
    }

    /** With all its versions. */
    public static DocumentView of(FiledDocument document) {
        return of(document, document.versions());
    }

    /** In a list: without the earlier versions. */
    public static DocumentView inList(FiledDocument document) {
        return of(document, null);
    }

    private static DocumentView of(FiledDocument document, @Nullable List<FiledVersion> versions) {
        FiledVersion newest = document.newest();
        return new DocumentView(
                document.id(),
                newest.number(),
                document.role(),
                document.language(),
                document.authentic(),
                newest.fileName(),
                newest.mediaType(),
                newest.size(),
                newest.sha256(),
                newest.articles(),
                newest.uploadedAt(),
                newest.by(),
                document.withdrawn() ? true : null,
                versions);
    }
}
