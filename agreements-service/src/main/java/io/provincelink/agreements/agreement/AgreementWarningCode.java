package io.provincelink.agreements.agreement;

/** What an agreement may warn of. */
public enum AgreementWarningCode {
    /** A party's unit was closed, and neither the list of regions nor anybody says who took over. */
    SUCCESSOR_UNDECIDED
}
