package io.provincelink.agreements.agreement;

import io.provincelink.kit.words.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A document of an agreement with all its versions, oldest first. Role, language and authenticity are the document's own: a version in
 * another language is another document.
 */
public record FiledDocument(
        UUID id,
        DocumentRole role,
        String language,
        boolean authentic,
        boolean withdrawn,
        List<FiledVersion> versions) {

    public FiledVersion newest() {
        return versions.get(versions.size() - 1);
    }

    /** Whether it is filed already; the draft of one has no version yet. */
    public boolean filed() {
        return !versions.isEmpty();
    }

    /** Whether it shows what was signed. */
    public boolean ofTheSignature() {
        return authentic || role == DocumentRole.AUTHENTIC_TEXT || role == DocumentRole.SIGNED_SCAN;
    }

    public Optional<FiledVersion> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** A newer version takes the place of the present one, which stays; a withdrawn document is there again. */
    public FiledDocument with(FiledVersion newer) {
        List<FiledVersion> all =
                Stream.concat(versions.stream(), Stream.of(newer)).toList();
        return new FiledDocument(id, role, language, authentic, false, all);
    }

    /** What stands in the agreement is shown with it; what was replaced or withdrawn before stays with who could see it then. */
    FiledDocument shownTo(Visibility wider) {
        if (withdrawn) {
            return this;
        }
        List<FiledVersion> all = new ArrayList<>(versions);
        all.set(all.size() - 1, newest().shownTo(wider));
        return new FiledDocument(id, role, language, authentic, false, List.copyOf(all));
    }

    /** Authentic as it was filed, if its language is one of these. */
    FiledDocument bindingIn(List<String> authenticLanguages) {
        return authentic && !authenticLanguages.contains(language)
                ? new FiledDocument(id, role, language, false, withdrawn, versions)
                : this;
    }

    /** With the versions of which that is true, and the newest while it is not withdrawn; empty when none is left. */
    Optional<FiledDocument> with(Predicate<FiledVersion> visible) {
        List<FiledVersion> left = versions.stream()
                .filter(version -> !withdrawn && version.equals(newest()) || visible.test(version))
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new FiledDocument(id, role, language, authentic, withdrawn, left));
    }

    /** The documents with this one: in the place of its former state, else at their end. */
    List<FiledDocument> among(List<FiledDocument> documents) {
        return documents.stream().anyMatch(filed -> filed.id().equals(id))
                ? documents.stream()
                        .map(filed -> filed.id().equals(id) ? this : filed)
                        .toList()
                : Stream.concat(documents.stream(), Stream.of(this)).toList();
    }

    /** No longer listed; what was cited can still be read. */
    public FiledDocument withdraw() {
        return new FiledDocument(id, role, language, authentic, true, versions);
    }
}
