package io.provincelink.agreements.agreement;

import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One version of a document as the agreement's row keeps it; the bytes are kept apart.
 *
 * @param number 1 for the first
 * @param sha256 of the bytes, in hexadecimal digits
 * @param articles how many pieces of text were found in it; 0 for a scan without text
 * @param by the party whose side uploaded it
 * @param shownTo how widely the agreement was shown while this version was the newest of its document
 */
@Schema(name = "DocumentVersion")
public record FiledVersion(
        int number,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        int articles,
        Instant uploadedAt,
        String by,
        Visibility shownTo) {

    FiledVersion shownTo(Visibility wider) {
        return new FiledVersion(number, fileName, mediaType, size, sha256, articles, uploadedAt, by, wider);
    }
}
