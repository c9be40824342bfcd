package io.provincelink.agreements.organisation;

import io.provincelink.testing.Api;

/** Organisations to test with. */
public final class OrganisationMother {

    private OrganisationMother() {}

    /** An NGO from abroad that Province A One keeps, of the days before the merger. */
    public static String ngo(String name) {
        return """
                {"name": {"en": "%s"}, "kind": "NGO", "country": "AU", "owner": "XA.01", "asOf": "2019-01-01",
                 "registration": {"number": "12/REG", "validTo": "2020-12-31", "regions": ["XA.011"]}, "visibility": "PARTIES"}
                """.formatted(name);
    }

    /** A new one that everybody may see. */
    public static String published(Api anonymous, String name) {
        var created = anonymous
                .as("XA.01", "reader", "editor")
                .post("/api/v1/organisations", ngo(name))
                .expect(201);
        anonymous
                .as("XA.01", "approver")
                .post(created.header("Location") + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        return created.at("/id");
    }
}
