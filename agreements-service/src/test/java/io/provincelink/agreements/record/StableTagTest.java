package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.legalact.LegalActMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.agreements.povertylist.PovertyListMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tag that a write answers is the record's tag, also where the record keeps numbers: 30.0 and 30 are no change. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class StableTagTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");

    /** Every kind of record that keeps a part of it as JSON; the last five keep figures or money there. */
    enum Kind {
        AGREEMENT("/api/v1/agreements"),
        LEGAL_ACT("/api/v1/legal-acts"),
        ORGANISATION("/api/v1/organisations"),
        PROGRAMME("/api/v1/programmes"),
        TWINNING("/api/v1/twinnings"),
        DONATION("/api/v1/donations"),
        POVERTY_LIST("/api/v1/poverty-lists"),
        PROJECT("/api/v1/assistance-projects");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        private String draft(Api anonymous) {
            return switch (this) {
                case AGREEMENT -> AgreementMother.shared(AgreementMother.code());
                case LEGAL_ACT -> LegalActMother.decision(LegalActMother.code());
                case ORGANISATION -> OrganisationMother.ngo("Tags");
                case PROGRAMME -> ProgrammeMother.poverty(ProgrammeMother.code());
                case TWINNING -> TwinningMother.communes("EXACT", 20, 30);
                case DONATION -> DonationMother.shared("tags");
                case POVERTY_LIST -> PovertyListMother.districts();
                case PROJECT -> AssistanceProjectMother.shared(OrganisationMother.published(anonymous, "Tags"));
            };
        }
    }

    /** The draft with its whole numbers written as 30.0. */
    private static String withPoints(String draft) {
        return draft.replaceAll("(\"(?:value|upper|amount)\": )(\\d+)(?![\\d.])", "$1$2.0");
    }

    private static long version(String etag) {
        return Long.parseLong(etag.substring(1, etag.indexOf('-')));
    }

    @ParameterizedTest
    @EnumSource
    void a_change_moves_the_version_by_one_and_answers_the_tag_that_a_reader_gets(Kind kind) {
        var created = editor.post(kind.path, withPoints(kind.draft(anonymous))).expect(201);
        String address = String.valueOf(created.header("Location"));
        assertThat(editor.get(address).expect(200).etag()).isEqualTo(created.etag());

        var changed = editor.with("If-Match", created.etag())
                .patch(address, "{\"source\": {\"title\": {\"en\": \"Report\"}, \"publisher\": \"A\"}}")
                .expect(200);

        var read = editor.get(address).expect(200);
        assertThat(read.etag()).isEqualTo(changed.etag());
        assertThat(version(changed.etag())).isEqualTo(version(created.etag()) + 1);
        var history = editor.get(address + "/history").expect(200).json().at("/items");
        assertThat(history).hasSize(2);
        assertThat(history.at("/0/version").asLong())
                .isEqualTo(history.at("/1/version").asLong() + 1);
        editor.with("If-Match", changed.etag())
                .patch(address, "{\"source\": null}")
                .expect(200);
    }
}
