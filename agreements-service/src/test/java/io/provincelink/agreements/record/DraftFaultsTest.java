package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints, rules and references of each kind of draft are named in one answer. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DraftFaultsTest {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String PROJECTS = "/api/v1/assistance-projects";

    private final Api editor = Api.unchecked().as("XA.01", "reader", "editor");

    private static List<String> faults(Api.Answer answer) {
        List<String> faults = new ArrayList<>();
        for (JsonNode fault : answer.json().at("/violations")) {
            faults.add(fault.at("/pointer").asText() + " " + fault.at("/code").asText());
        }
        return faults;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organisations | {'kind': 'X', 'name': {'en': 'zz'}, 'owner': 'VN.99', 'country': 'QQ', 'registration':"
                        + " {'number': '1', 'regions': ['VN.98', null]}, 'visibility': 'PUBLIC'} |"
                        + " /country unknown-country; /kind unknown-value; /owner unknown-region;"
                        + " /registration/regions/0 unknown-region; /registration/regions/1 not-null;"
                        + " /visibility publish-later",
                "assistance-projects | {'title': {}, 'organisation': '0198c0de-0000-7000-8000-00000000dead', 'owner':"
                        + " {'region': 'VN.99'}, 'regions': ['VN.98'], 'period': {'from': '2020-01-01'}, 'plan':"
                        + " {'amount': -1, 'currency': 'person'}, 'standsFor': {'value': -3, 'qualifier': 'EXACT', 'unit':"
                        + " 'work'}, 'outputs': [null, {'title': {'en': 'x'}, 'unit': 'work', 'indicator':"
                        + " 'no-such-indicator', 'target': {'value': -1, 'qualifier': 'EXACT', 'unit': 'work'}}],"
                        + " 'status': 'ACTIVE', 'programme': 'nope', 'visibility': 'PUBLIC'} | /organisation"
                        + " unknown-record; /outputs/0 not-null; /outputs/1/indicator unknown-indicator;"
                        + " /outputs/1/target/value negative; /owner/region unknown-region; /plan/amount negative;"
                        + " /plan/currency not-a-currency; /programme unknown-record; /regions/0 unknown-region;"
                        + " /standsFor/unit wrong-unit; /standsFor/value at-least; /title text-empty; /visibility"
                        + " publish-later",
                "legal-acts | {'code': 'x y', 'number': '1', 'kind': 'LAW', 'issuer': {'region': 'VN.99', 'name':"
                        + " {'en': 'x'}, 'channel': 'STATE'}, 'title': {'en': 'x'}, 'validFrom': '2020-02-01', 'validTo':"
                        + " '2020-01-01', 'replacedBy': 'nope', 'basis': ['nope2', 5]} | /basis/0 unknown-record; /basis/1"
                        + " wrong-type; /code code; /issuer/region unknown-region; /replacedBy unknown-record; /validTo"
                        + " before-start",
                "poverty-lists | {'kind': 'POOR_DISTRICT', 'title': {}, 'country': 'QQ', 'parties': ['VN.99'],"
                        + " 'since': '2020-02-01', 'until': '2020-01-01', 'entries': [null, {'region': 'VN.98', 'from':"
                        + " '2020-01-01'}, {'region': 'VN.98'}]} | /country unknown-region; /entries/0 not-null;"
                        + " /entries/1/region unknown-region; /entries/2/from not-null; /parties/0 unknown-region; /title"
                        + " text-empty; /until before",
                "donations | {'parties': ['VN.99'], 'donors': [], 'on': {'from': '2020-01-01', 'to': '2999-01-01'},"
                        + " 'items': [{'what': {'en': 'x'}, 'figure': {'value': -5, 'qualifier': 'EXACT', 'unit': 'kg'}}],"
                        + " 'programme': 'nope'} | /donors not-empty; /items/0/figure/value negative; /on/to in-future;"
                        + " /parties/0 unknown-region; /programme unknown-record",
                "twinnings | {'level': 'X', 'parties': ['VN.99', 'XB.010100'], 'sides': [{'country': 'ZZ', 'regions':"
                        + " [null]}, {'country': 'XA', 'count': {'value': -1, 'qualifier': 'EXACT', 'unit': 'region'}}],"
                        + " 'agreement': 'nope'} | /agreement unknown-record; /level unknown-value; /parties/0"
                        + " unknown-region; /sides/0/country unknown-region; /sides/0/regions/0 not-null;"
                        + " /sides/1/count/value negative; /sides/1/regions too-many",
                "agreements | {'code': 'one-round', 'kind': 'MEMORANDUM', 'title': {'en': 'x'}, 'level': 'PROVINCIAL',"
                        + " 'parties': [{'region': 'XA.01'}, {'region': 'XB.010100'}], 'prevailingLanguage': 'en',"
                        + " 'restsOn': ['nope', 'nope3'], 'renews': 'nope2', 'visibility': 'PUBLIC'} |"
                        + " /prevailingLanguage unknown-value; /renews unknown-record; /restsOn/0 unknown-record;"
                        + " /restsOn/1 unknown-record; /visibility publish-later",
                "agreements | {'code': 'one round', 'kind': 'MEMORANDUM', 'title': {'en': 'x'}, 'level': 'PROVINCIAL',"
                        + " 'parties': [{'region': 'XA.01'}, {'region': 'XB.010100'}], 'restsOn': ['nope', 7], 'renews':"
                        + " 'nope2', 'visibility': 'PUBLIC', 'externalIds': [{'system': 'a', 'id': '1'}, {'system': 'a',"
                        + " 'id': '1'}]} | /code code; /externalIds/1 same-key-twice; /renews unknown-record; /restsOn/0"
                        + " unknown-record; /restsOn/1 wrong-type; /visibility publish-later",
                "programmes | {'code': 'one-round', 'kind': 'BILATERAL', 'title': {'en': 'x'}, 'parties': [{'region':"
                        + " 'XA.01'}], 'period': {'from': '2016-01-01', 'to': '2020-12-31'}, 'goals': [{'indicator':"
                        + " 'grants', 'kind': 'TOTAL', 'target': {'value': 1, 'qualifier': 'EXACT', 'unit': 'kg'}}],"
                        + " 'milestones': [{'title': {'en': 'x'}, 'doneOn': '2999-01-01'}], 'agreements': ['nope'],"
                        + " 'predecessor': 'nope2', 'parent': 'nope3', 'visibility': 'PUBLIC'} |"
                        + " /agreements/0 unknown-record; /goals/0/direction not-null; /goals/0/target/unit wrong-unit;"
                        + " /milestones/0/doneOn after; /parent unknown-record; /predecessor unknown-record;"
                        + " /visibility publish-later",
                "observations?indicator=grants | {'parties': ['VN.99'], 'figure': {'value': 1, 'qualifier': 'X',"
                        + " 'unit': 'grant'}, 'source': {}} | /figure/qualifier unknown-value; /parties/0 unknown-region;"
                        + " /source/publisher not-blank; /source/title not-null",
            })
    void all_faults_of_a_new_record_come_together(String collection, String body, String faults) {
        Api.Answer refused = editor.post("/api/v1/" + collection.strip(), body.replace('\'', '"'));

        assertThat(faults(refused.expect(400)))
                .containsExactlyInAnyOrder(faults.strip().split(";\\s*"));
    }

    @Test
    void so_do_those_of_a_transaction() {
        String organisation = OrganisationMother.published(Api.unchecked(), "Payer");
        String project = editor.post(PROJECTS, AssistanceProjectMother.shared(organisation))
                .expect(201)
                .header("Location");

        assertThat(faults(editor.post(project + "/transactions", """
            {"kind": "X", "on": "2999-01-01", "money": {"amount": -5, "currency": "XTS"}}
            """).expect(400)))
                .containsExactly(
                        "/kind unknown-value",
                        "/money/amount negative-needs-correction",
                        "/money/currency not-a-currency",
                        "/on in-future");
    }

    @Test
    void so_do_those_of_an_action() {
        String agreement = editor.post(AGREEMENTS, AgreementMother.shared(AgreementMother.code()))
                .expect(201)
                .header("Location");

        assertThat(faults(editor.post(agreement + "/actions", """
            {"type": "SUCCEED", "on": "2999-01-01", "until": "2999-02-01", "to": ["VN.99"], "note": {}}
            """).expect(400)))
                .containsExactly(
                        "/note text-empty",
                        "/on after-today",
                        "/region required",
                        "/to/0 unknown-region",
                        "/until only-with");
    }

    @Test
    void a_patch_names_what_stays_and_what_is_not_there_beside_the_rest() {
        var organisation = editor.post("/api/v1/organisations", OrganisationMother.ngo("Stays"))
                .expect(201);
        var agreement = editor.post(AGREEMENTS, AgreementMother.shared(AgreementMother.code()))
                .expect(201);
        var programme = editor.post("/api/v1/programmes", ProgrammeMother.shared(ProgrammeMother.code()))
                .expect(201);

        assertThat(faults(patched(organisation, """
            {"id": "%s", "owner": "CN.532600", "visibility": "PUBLIC", "name": {"en": " "}}
            """.formatted(UUID.randomUUID()))))
                .containsExactly("/id fixed", "/name/en text-blank", "/owner fixed", "/visibility fixed");
        assertThat(faults(patched(agreement, """
            {"code": "other", "restsOn": ["nope"], "renews": "nope2"}
            """)))
                .containsExactly("/code fixed", "/renews unknown-record", "/restsOn/0 unknown-record");
        assertThat(faults(patched(programme, """
            {"kind": "X", "agreements": ["nope"], "predecessor": "nope2", "parent": "nope3"}
            """)))
                .containsExactly(
                        "/agreements/0 unknown-record",
                        "/kind unknown-value",
                        "/parent unknown-record",
                        "/predecessor unknown-record");
    }

    private Api.Answer patched(Api.Answer created, String patch) {
        return editor.with("If-Match", created.etag())
                .patch(created.header("Location"), patch)
                .expect(400);
    }

    @Test
    void a_put_under_a_key_names_references_beside_the_rest_but_not_those_that_the_record_has() {
        String address = AGREEMENTS + "/by-external-id/one-round/" + UUID.randomUUID();
        String hidden = AgreementMother.code();
        Api otherSide = Api.unchecked().as("XB.010100", "reader", "editor");
        otherSide.post(AGREEMENTS, AgreementMother.shared(hidden)).expect(201);
        String draft = AgreementMother.shared(AgreementMother.code());
        String resting = draft.replaceFirst("\\{", "{\"restsOn\": [\"" + hidden + "\", \"nope\"], ");
        otherSide.put(address, resting.replace(", \"nope\"", "")).expect(201);
        // as agreements stand that were named before everybody had to see what is named
        new Database()
                .update(
                        "update agreement set visibility = 'OWN_SIDE', readers = array['XB.010100']::varchar[] where code = ?",
                        hidden);
        String elsewhere = address + "-2";
        assertThat(faults(editor.put(elsewhere, resting.replace("MEMORANDUM", "MEMO"))
                        .expect(400)))
                .containsExactly("/kind unknown-value", "/restsOn/0 unknown-record", "/restsOn/1 unknown-record");

        assertThat(faults(editor.put(address, resting.replace("MEMORANDUM", "MEMO"))
                        .expect(400)))
                .containsExactly("/kind unknown-value", "/restsOn/1 unknown-record");
    }

    @Test
    void what_stays_is_told_with_its_name_and_value() {
        var created = editor.post("/api/v1/organisations", OrganisationMother.ngo("Told"))
                .expect(201);

        JsonNode told = patched(created, "{\"owner\": \"XB.010100\", \"visibility\": \"PUBLIC\"}")
                .json()
                .at("/violations");

        assertThat(told.at("/0/message").asText()).isEqualTo("owner cannot be changed; it stays XA.01.");
        assertThat(told.at("/1/message").asText())
                .isEqualTo("visibility cannot be changed; it stays PARTIES. More readers are agreed to by"
                        + " POST …/publication.");
    }
}
