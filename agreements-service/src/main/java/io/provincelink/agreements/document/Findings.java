package io.provincelink.agreements.document;

/**
 * What the examination of a file came to.
 *
 * @param mediaType by its content
 * @param articles how many pieces of text were found
 */
record Findings(Outcome outcome, String mediaType, int articles) {

    enum Outcome {
        TAKEN,
        /** No format that is taken. */
        OTHER_TYPE,
        ENCRYPTED,
        DAMAGED,
        TOO_COMPLEX,
        /** Marked as a state secret. */
        SECRET
    }

    static Findings of(Outcome outcome, String mediaType) {
        return new Findings(outcome, mediaType, 0);
    }

    /** One line, from one process to the other. */
    String line() {
        return outcome + " " + mediaType + " " + articles;
    }

    static Findings read(String line) {
        String[] parts = line.strip().split(" ");
        return new Findings(Outcome.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]));
    }
}
