package io.provincelink.agreements.agreement;

/** On which level an agreement is concluded. */
public enum AgreementLevel {
    NATIONAL,
    PROVINCIAL,
    DEPARTMENT,
    DISTRICT,
    COMMUNE,
    BORDER_POST
}
