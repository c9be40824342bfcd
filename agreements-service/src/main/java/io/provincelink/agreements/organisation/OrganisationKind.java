package io.provincelink.agreements.organisation;

/** What an organisation is. */
public enum OrganisationKind {
    NGO("21", "22"),
    BILATERAL_DONOR("10", "10"),
    UN_AGENCY("40", "40"),
    GOVERNMENT("10", "10"),
    COMPANY("70", "70"),
    FOUNDATION("60", "60"),
    /** A union, society or association of people. */
    ASSOCIATION("21", "22"),
    OTHER("90", "90");

    private final String iatiAbroad;
    private final String iatiAtHome;

    OrganisationKind(String iatiAbroad, String iatiAtHome) {
        this.iatiAbroad = iatiAbroad;
        this.iatiAtHome = iatiAtHome;
    }

    /**
     * The code in IATI's codelist OrganisationType, which tells an international NGO (21) from a national one (22).
     *
     * @param abroad whether it comes from another country than the one that it works in
     */
    public String iatiCode(boolean abroad) {
        return abroad ? iatiAbroad : iatiAtHome;
    }
}
