package io.provincelink.agreements.agreement;

/** Kinds of agreement: those of Law 70/2020/QH14, article 6, and the two that only states conclude. */
public enum AgreementKind {
    ARRANGEMENT,
    COMMUNIQUE,
    DECLARATION,
    LETTER_OF_INTENT,
    MEMORANDUM,
    AGREED_MINUTES,
    EXCHANGE_MINUTES,
    PROGRAMME,
    PLAN,
    TREATY,
    PROTOCOL;

    boolean isOnlyNational() {
        return this == TREATY || this == PROTOCOL;
    }
}
