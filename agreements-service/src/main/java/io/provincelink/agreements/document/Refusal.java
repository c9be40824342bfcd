package io.provincelink.agreements.document;

import org.jspecify.annotations.Nullable;

/** Ends the examination of a file that cannot be taken. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Findings.Outcome outcome;
    private final @Nullable String mediaType;

    /** @param mediaType what the file is; null when that is known already */
    Refusal(Findings.Outcome outcome, @Nullable String mediaType) {
        super(outcome.name(), null, false, false);
        this.outcome = outcome;
        this.mediaType = mediaType;
    }

    Findings.Outcome outcome() {
        return outcome;
    }

    @Nullable
    String mediaType() {
        return mediaType;
    }
}
