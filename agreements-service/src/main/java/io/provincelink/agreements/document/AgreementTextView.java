package io.provincelink.agreements.document;

import java.util.List;
import java.util.UUID;

/**
 * The text of an agreement in one language.
 *
 * @param authentic whether this wording binds
 * @param sha256 of the document that the text was taken from, in hexadecimal digits
 * @param document its id, and {@code version} which one it was
 */
public record AgreementTextView(
        List<Article> articles, String language, boolean authentic, String sha256, UUID document, int version) {}
