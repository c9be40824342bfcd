package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.legalact.LegalActMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The share of this service in a search over everything. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FindTest {

    /** What the gateway asks is no part of the contract. */
    private final Api anonymous = Api.unchecked();

    private final Api editor = anonymous.as("XA.01", "reader", "editor");

    /** A word that no other test uses. */
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 7);

    private JsonNode found(Api reader, String rest) {
        return reader.get("/api/v1/search-part?q=" + word + rest).expect(200).json();
    }

    private static List<String> ids(JsonNode part) {
        List<String> ids = new ArrayList<>();
        part.at("/hits").forEach(hit -> ids.add(hit.at("/record/id").asText()));
        return ids;
    }

    private String titled(String draft, String english) {
        return draft.replaceFirst("(?s)\"title\": \\{[^}]*\\}", "\"title\": {\"en\": \"" + english + "\"}");
    }

    @Test
    void records_of_all_types_are_found_the_best_hit_first() {
        String elsewhere = created(
                "donations",
                DonationMother.shared("x").replace("Masks", "Kettles").replace("Tỉnh B Một", word));
        String beginning = created("organisations", OrganisationMother.ngo("The " + word + "ers"));
        String whole = created("programmes", titled(ProgrammeMother.shared(ProgrammeMother.code()), "Of " + word));
        String nothingElse = created("agreements", titled(AgreementMother.shared(AgreementMother.code()), word));

        JsonNode part = found(editor, "");

        assertThat(ids(part)).containsExactly(nothingElse, whole, beginning, elsewhere);
        assertThat(part.at("/hits").findValues("relevance").toString()).isEqualTo("[100, 90, 60, 30]");
        assertThat(part.at("/hits/0/record/type").asText()).isEqualTo("AGREEMENT");
        assertThat(part.at("/hits/0").has("foundIn")).isFalse();
        assertThat(part.at("/hits/3/foundIn").asText()).isEqualTo(word);
        assertThat(part.at("/cut")).isEmpty();
    }

    @Test
    void types_narrow_it_and_pages_follow_on_one_another() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            newestFirst.add(0, created("programmes", titled(ProgrammeMother.shared(ProgrammeMother.code()), word)));
        }
        String act = created("legal-acts", titled(LegalActMother.decision(LegalActMother.code()), word));

        JsonNode first = found(editor, "&types=PROGRAMME&limit=2");
        JsonNode second = found(editor, "&types=PROGRAMME&limit=2&after=100%20" + newestFirst.get(1));

        assertThat(ids(first)).isEqualTo(newestFirst);
        assertThat(ids(second)).containsExactly(newestFirst.get(2));
        assertThat(ids(found(editor, "&types=LEGAL_ACT,GATE"))).containsExactly(act);
    }

    @Test
    void what_one_may_not_see_is_not_found() {
        String own = created("agreements", titled(AgreementMother.ownSide(AgreementMother.code()), word));
        String shared = created("agreements", titled(AgreementMother.shared(AgreementMother.code()), word));

        assertThat(ids(found(editor, ""))).containsExactly(shared, own);
        assertThat(ids(found(anonymous.as("XB.010100", "reader"), ""))).containsExactly(shared);
        assertThat(ids(found(anonymous.as("VN.15", "reader"), ""))).isEmpty();
        assertThat(ids(found(anonymous, ""))).isEmpty();
    }

    @Test
    void the_question_must_be_good() {
        anonymous.get("/api/v1/search-part").expect(400);
        anonymous.get("/api/v1/search-part?q=%25").expect(400);
        anonymous.get("/api/v1/search-part?q=a&after=b").expect(400);
        anonymous.get("/api/v1/search-part?q=a&limit=0").expect(400);
    }

    private String created(String collection, String draft) {
        return editor.post("/api/v1/" + collection, draft).expect(201).at("/id");
    }
}
