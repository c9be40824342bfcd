package io.provincelink.agreements.record;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import java.util.UUID;

/** Kinds of record of this service that two sides share; the units of every draft lie in XA.01 and XB.010100. */
enum SharedKind {
    AGREEMENT("/api/v1/agreements"),
    PROGRAMME("/api/v1/programmes"),
    TWINNING("/api/v1/twinnings"),
    DONATION("/api/v1/donations");

    final String path;

    SharedKind(String path) {
        this.path = path;
    }

    /** A new draft for this visibility, with a key in a partner's system. */
    String draft(String visibility, String externalId) {
        return (switch (this) {
                    case AGREEMENT -> AgreementMother.shared(AgreementMother.code());
                    case PROGRAMME -> ProgrammeMother.shared(ProgrammeMother.code());
                    case TWINNING -> TwinningMother.communes("EXACT", 1, 1);
                    case DONATION -> DonationMother.shared("scope");
                })
                .replace("\"PARTIES\"", "\"" + visibility + "\"")
                .replaceFirst("\\{", "{\"externalIds\": [{\"system\": \"partner\", \"id\": \"" + externalId + "\"}], ");
    }

    static String withId(String draft, UUID id) {
        return draft.replaceFirst("\\{", "{\"id\": \"" + id + "\", ");
    }
}
