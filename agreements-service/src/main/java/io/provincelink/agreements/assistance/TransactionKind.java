package io.provincelink.agreements.assistance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to the money. */
@Schema(name = "AssistanceTransactionKind")
public enum TransactionKind {
    /** Promised by the organisation, in writing. */
    COMMITMENT("2"),
    /** Handed over to who carries the project out. */
    DISBURSEMENT("3"),
    /** Spent on goods and services of the project. */
    EXPENDITURE("4");

    private final String iatiCode;

    TransactionKind(String iatiCode) {
        this.iatiCode = iatiCode;
    }

    /** The code in IATI's codelist TransactionType. */
    public String iatiCode() {
        return iatiCode;
    }
}
