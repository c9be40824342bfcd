package io.provincelink.agreements.document;

import io.provincelink.kit.problem.ProblemType;

/** Why a document is not taken, or not given. */
public enum DocumentProblem implements ProblemType {
    DOCUMENT_BROKEN_OFF(400),
    DOCUMENT_DIGEST(400),
    DOCUMENT_OF_OTHERS(403),
    DOCUMENT_THERE_ALREADY(409),
    DOCUMENT_TOO_LARGE(413),
    DOCUMENT_TYPE(415),
    DOCUMENT_TYPE_DIFFERS(422),
    DOCUMENT_EMPTY(422),
    DOCUMENT_DAMAGED(422),
    DOCUMENT_ENCRYPTED(422),
    DOCUMENT_TOO_COMPLEX(422),
    DOCUMENT_SECRET(422),
    DOCUMENT_LANGUAGE(422),
    RANGE_NOT_SATISFIABLE(416),
    NO_TEXT(404);

    private final int status;

    DocumentProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.agreements.document.problems";
    }
}
