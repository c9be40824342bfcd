package io.provincelink.agreements.agreement;

/** What an agreement may warn of. */
public enum AgreementWarningCode {
    /** A party's unit was closed, and neither the list of regions nor anybody says who took over. */
    SUCCESSOR_UNDECIDED,
    /** The title begins with a name that the law keeps for treaties. */
    NAME_OF_A_TREATY,
    /** The law names no signatory of this level. */
    LEVEL_NOT_NAMED,
    /** Of communes only those in border areas are named as signatories. */
    ONLY_IN_BORDER_AREAS,
    /** No opinion is recorded that was there before the signature. */
    OPINION_NOT_RECORDED,
    /** No decision of the competent person is recorded before the signature. */
    AUTHORISATION_NOT_RECORDED,
    /** No copy is recorded as filed within the days that the law gives. */
    COPY_NOT_IN_TIME,
    /** The law named as its basis was not in force yet when it was signed. */
    BASIS_NOT_YET_IN_FORCE
}
