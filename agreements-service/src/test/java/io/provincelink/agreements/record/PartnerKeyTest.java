package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Partner systems that keep their own keys. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PartnerKeyTest {

    private static final String ALL = "/api/v1/agreements";
    private static final String KEYS = ALL + "/by-external-id/";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api reader = anonymous.as("XA.01", "reader");
    private final Api otherEditor = anonymous.as("XB.010100", "reader", "editor");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor");

    private static String key() {
        return "dms.xa/" + UUID.randomUUID();
    }

    private static String shared() {
        return AgreementMother.shared(AgreementMother.code());
    }

    private static String ownSide() {
        return AgreementMother.ownSide(AgreementMother.code());
    }

    private static String keyed(String draft, String key) {
        String[] parts = key.split("/");
        return draft.replaceFirst(
                "\\{", "{\"externalIds\": [{\"system\": \"" + parts[0] + "\", \"id\": \"" + parts[1] + "\"}], ");
    }

    @Test
    void a_partner_puts_under_its_own_key_and_finds_it_there() {
        String key = key();
        String draft = shared();

        var created = editor.put(KEYS + key, draft).expect(201);

        assertThat(created.at("/externalIds/0/system") + "/" + created.at("/externalIds/0/id"))
                .isEqualTo(key);
        var read = reader.get(KEYS + key).expect(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.etag()).isEqualTo(created.etag());
        assertThat(read.header("Content-Location")).isEqualTo(created.header("Location"));
        reader.with("If-None-Match", read.etag()).get(KEYS + key).expect(304);
        assertThat(reader.get(created.header("Location")).expect(200).etag()).isEqualTo(read.etag());
        stranger.get(KEYS + key).expect(404);
        anonymous.get(KEYS + key).expect(404);
        reader.get(KEYS + key()).expect(404);
    }

    @Test
    void what_it_puts_again_replaces_the_version_that_it_read() {
        String key = key();
        String draft = shared();
        String etag = editor.put(KEYS + key, draft).expect(201).etag();
        String revised = draft.replace("\"Memorandum\"", "\"Memorandum, revised\"");

        editor.put(KEYS + key, revised).expect(428);
        editor.with("If-Match", "\"7-0\"").put(KEYS + key, revised).expect(412);
        assertThat(editor.with("If-None-Match", "*")
                        .put(KEYS + key, revised)
                        .expect(412)
                        .at("/type"))
                .endsWith("already-there");
        var replaced = editor.with("If-Match", etag).put(KEYS + key, revised).expect(200);
        editor.with("If-Match", etag).put(KEYS + key, revised).expect(412);

        assertThat(replaced.at("/title/en")).isEqualTo("Memorandum, revised");
        assertThat(replaced.header("Content-Location")).endsWith(replaced.at("/id"));
        assertThat(reader.get(KEYS + key).etag()).isEqualTo(replaced.etag());
        editor.with("If-None-Match", "*").put(KEYS + key(), shared()).expect(201);
        assertThat(editor.with("If-Match", "*")
                        .put(KEYS + key(), shared())
                        .expect(412)
                        .at("/type"))
                .endsWith("nothing-there");
    }

    @Test
    void what_it_leaves_out_is_gone_and_what_addresses_rest_on_stays() {
        String key = key();
        String code = AgreementMother.code();
        editor.put(KEYS + key, AgreementMother.shared(code)).expect(201);
        Api matching = editor.with("If-Match", "*");

        var other = matching.put(KEYS + key, AgreementMother.shared(AgreementMother.code()))
                .expect(400);
        var narrower = matching.put(KEYS + key, AgreementMother.ownSide(code)).expect(400);
        var moved = matching.put(
                        KEYS + key,
                        AgreementMother.shared(code).replaceFirst("\\{", "{\"id\": \"" + UUID.randomUUID() + "\", "))
                .expect(400);
        var less = matching.put(
                        KEYS + key,
                        AgreementMother.shared(code)
                                .replace("\"visibility\": \"PARTIES\",", "")
                                .replace("\"signedOn\": \"2018-03-01\",", ""))
                .expect(200);

        assertThat(other.at("/violations/0/pointer")).isEqualTo("/code");
        assertThat(narrower.at("/violations/0/pointer")).isEqualTo("/visibility");
        assertThat(moved.at("/violations/0/pointer")).isEqualTo("/id");
        assertThat(less.json().has("signedOn")).isFalse();
        assertThat(less.at("/visibility")).isEqualTo("PARTIES");
    }

    @Test
    void only_an_editor_of_a_party_puts() {
        String key = key();

        anonymous.put(KEYS + key, shared()).expect(401);
        reader.put(KEYS + key, shared()).expect(403);
        stranger.put(KEYS + key, shared()).expect(403);
        anonymous.bearing(Tokens.operator()).put(KEYS + key, shared()).expect(403);
        editor.put(KEYS + key, shared().replace("XB.010100", "XB.9")).expect(400);
        editor.put(KEYS + "Not%20a%20system/1", shared()).expect(400);
        editor.put(KEYS + key, "[]").expect(400);

        reader.get(KEYS + key).expect(404);
        otherEditor.put(KEYS + key, shared()).expect(201);
    }

    @Test
    void a_key_means_one_record_of_a_side_however_it_is_written() {
        String key = key();
        String location = editor.put(KEYS + key, ownSide()).expect(201).header("Location");
        String another = editor.post(ALL, shared()).expect(201).header("Location");

        assertThat(editor.post(ALL, keyed(shared(), key)).expect(409).header("Location"))
                .isEqualTo(location);
        String[] parts = key.split("/");
        assertThat(editor.with("If-Match", "*")
                        .patch(another, Map.of("externalIds", List.of(Map.of("system", parts[0], "id", parts[1]))))
                        .expect(409)
                        .header("Location"))
                .isEqualTo(location);
        editor.with("If-Match", "*")
                .patch(location, "{\"note\": {\"en\": \"keeps its key\"}}")
                .expect(200);
    }

    @Test
    void the_other_sides_hidden_record_under_the_same_key_is_not_betrayed() {
        String key = key();
        editor.put(KEYS + key, ownSide()).expect(201);

        otherEditor.get(KEYS + key).expect(404);
        var theirs = otherEditor.put(KEYS + key, shared()).expect(201);

        assertThat(otherEditor.get(KEYS + key).at("/id")).isEqualTo(theirs.at("/id"));
        assertThat(reader.get(KEYS + key).expect(200).at("/visibility"))
                .as("each side gets its own")
                .isEqualTo("OWN_SIDE");
    }

    @Test
    void where_both_sides_show_a_record_under_one_key_a_link_leads_to_both() {
        String key = key();
        String first = editor.put(KEYS + key, ownSide()).expect(201).at("/id");
        String second = otherEditor.put(KEYS + key, ownSide()).expect(201).at("/id");
        publish(first, "XA.01", "XB.010100");
        assertThat(anonymous.get(KEYS + key).expect(200).header("Link"))
                .as("the other one is hidden")
                .isNull();

        publish(second, "XB.010100", "XA.01");

        assertThat(otherEditor.get(KEYS + key).expect(200).at("/id")).isEqualTo(second);
        assertThat(reader.get(KEYS + key).expect(200).at("/id")).isEqualTo(first);
        var shown = anonymous.get(KEYS + key).expect(200);
        assertThat(shown.at("/id")).as("the oldest").isEqualTo(first);
        String link = String.valueOf(shown.header("Link"));
        assertThat(link).startsWith("<" + ALL + "?externalId=dms.xa%3A").endsWith(">; rel=\"alternate\"");
        assertThat(anonymous
                        .get(link.substring(1, link.indexOf('>')))
                        .expect(200)
                        .json()
                        .at("/items"))
                .extracting(item -> item.at("/id").asText())
                .containsExactlyInAnyOrder(first, second);
        assertThat(anonymous
                        .with("If-None-Match", shown.etag())
                        .get(KEYS + key)
                        .expect(304)
                        .header("Link"))
                .isEqualTo(link);
    }

    private void publish(String id, String... parties) {
        for (String party : parties) {
            anonymous
                    .as(party, "approver")
                    .post(ALL + "/" + id + "/publication", "{\"to\": \"PUBLIC\"}")
                    .expect(200);
        }
    }

    @Test
    void a_unit_and_its_successor_are_one_side() {
        String key = key();
        String draft = ownSide().replace("XA.01", "VN.02").replace("XB.010100", "CN.532600");
        String location = anonymous
                .as("VN.02", "reader", "editor")
                .put(KEYS + key, draft)
                .expect(201)
                .header("Location");
        Api merged = anonymous.as("VN.08", "reader", "editor");

        assertThat(merged.get(KEYS + key).expect(200).header("Content-Location"))
                .isEqualTo(location);
        String now = ownSide()
                .replace("XA.01", "VN.08")
                .replace("XB.010100", "CN.532600")
                .replace("2018-0", "2026-0")
                .replace("2022-0", "2027-0");
        assertThat(merged.post(ALL, keyed(now, key)).expect(409).header("Location"))
                .isEqualTo(location);
        merged.with("If-Match", "*").put(KEYS + key, draft).expect(200);
    }

    @Test
    void of_several_that_put_the_same_key_at_once_one_makes_the_record() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = key();
            Callable<Integer> put = () -> editor.put(KEYS + key, shared()).status();
            Callable<Integer> post =
                    () -> editor.post(ALL, keyed(shared(), key)).status();

            var statuses = AtOnce.call(List.of(put, put, post, put));

            assertThat(statuses).containsOnlyOnce(201);
            assertThat(statuses).filteredOn(status -> status != 201).isSubsetOf(409, 428);
            assertThat(reader.get(ALL + "?externalId=" + key.replace('/', ':'))
                            .json()
                            .at("/items"))
                    .hasSize(1);
        }
    }

    @Test
    void keys_have_any_characters_that_an_address_takes() {
        for (String id : new String[] {"1.2.3", "a:b", "%C4%91%C3%A0m-ph%C3%A1n", "%E5%8F%B7-1", "x+y@z"}) {
            String key = "dms." + UUID.randomUUID() + "/" + id;
            editor.put(KEYS + key, shared()).expect(201);
            editor.get(KEYS + key).expect(200);
        }
    }

    @Test
    void every_collection_takes_them() {
        Map<String, String> drafts = Map.of(
                "/api/v1/programmes", ProgrammeMother.shared(ProgrammeMother.code()),
                "/api/v1/twinnings", TwinningMother.districts(),
                "/api/v1/donations", DonationMother.shared("keys"));
        drafts.forEach((path, draft) -> {
            String address = path + "/by-external-id/" + key();
            var created = editor.put(address, draft).expect(201);
            assertThat(editor.get(address).expect(200).json()).as(path).isEqualTo(created.json());
            editor.with("If-Match", created.etag()).put(address, draft).expect(200);
            stranger.get(address).expect(404);
            stranger.with("If-Match", "*").put(address, draft).expect(412);
            stranger.put(address, draft).expect(403);
            reader.put(address, draft).expect(403);
        });
    }
}
