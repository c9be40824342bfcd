package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.observation.ObservationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers that are small for small devices: some fields, or nothing but that nothing has changed. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RepresentationTest {

    private static final String ALL = "/api/v1/agreements";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api reader = anonymous.as("XA.01", "reader");

    /** Two agreements under one key of a partner's system, one on each side: a list that no other test writes to. */
    private String list() {
        String key = UUID.randomUUID().toString();
        List<Map<String, String>> keys = List.of(Map.of("system", "fields", "id", key));
        for (Api side : List.of(editor, anonymous.as("XB.010100", "reader", "editor"))) {
            var created = side.post(ALL, AgreementMother.shared(AgreementMother.code()))
                    .expect(201);
            side.with("If-Match", created.etag())
                    .patch(created.header("Location"), Map.of("externalIds", keys))
                    .expect(200);
        }
        return ALL + "?externalId=fields:" + key;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new java.util.ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void only_the_fields_that_are_asked_for_and_the_id_are_answered() {
        String list = list();
        var whole = reader.get(list).expect(200);

        var some = reader.get(list + "&fields=title,status").expect(200);
        String id = some.at("/items/0/id");
        var one = reader.get(ALL + "/" + id + "?fields=code").expect(200);

        assertThat(some.json().at("/items")).hasSize(2).allSatisfy(item -> assertThat(names(item))
                .containsExactlyInAnyOrder("id", "title", "status"));
        assertThat(some.json().at("/items/1/title")).isEqualTo(whole.json().at("/items/1/title"));
        assertThat(names(one.json())).containsExactlyInAnyOrder("id", "code");
        assertThat(one.at("/code")).isEqualTo(whole.at("/items/0/code"));
    }

    @Test
    void the_next_page_has_the_same_fields() {
        var first = reader.get(list() + "&fields=id&limit=1").expect(200);

        var second = reader.get(first.at("/next")).expect(200);

        assertThat(names(second.json().at("/items/0"))).containsExactly("id");
        assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/0/id"));
        assertThat(first.header("Link")).isEqualTo("<" + first.at("/next") + ">; rel=\"next\"");
    }

    @Test
    void a_field_that_there_is_not_is_refused_and_the_known_ones_are_named() {
        for (String path : new String[] {
            ALL,
            ALL + "/" + UUID.randomUUID(),
            "/api/v1/programmes",
            "/api/v1/twinnings",
            "/api/v1/donations",
            "/api/v1/regions",
            "/api/v1/regions/XA.01"
        }) {
            var refused = anonymous.get(path + "?fields=id,colour").expect(400);
            assertThat(refused.at("/violations/0/pointer")).as(path).isEqualTo("?fields");
            assertThat(refused.at("/violations/0/code")).isEqualTo("unknown-field");
        }
        assertThat(anonymous.get(ALL + "?fields=Title").expect(400).at("/violations/0/message"))
                .contains("title", "status", "externalIds");
        anonymous.get(ALL + "?fields=").expect(400);
        anonymous.get(ALL + "?fields=id,").expect(400);
    }

    @Test
    void every_collection_has_them() {
        Map<String, String> drafts = Map.of(
                "/api/v1/programmes", ProgrammeMother.shared(ProgrammeMother.code()),
                "/api/v1/twinnings", TwinningMother.districts(),
                "/api/v1/donations", DonationMother.shared("fields"),
                "/api/v1/observations?indicator=grants", ObservationMother.grants("fields"));
        drafts.forEach((path, draft) -> {
            Api writer = anonymous.as("XA.01", "reader", "editor", "statistician");
            String address = writer.post(path, draft).expect(201).header("Location");
            String fields = (address.contains("?") ? "&" : "?") + "fields=parties";
            assertThat(names(reader.get(address + fields).expect(200).json()))
                    .as(path)
                    .containsExactlyInAnyOrder("id", "parties");
        });
        assertThat(names(anonymous
                        .get("/api/v1/regions/XA.01?fields=code,name")
                        .expect(200)
                        .json()))
                .containsExactlyInAnyOrder("code", "name");
        assertThat(names(anonymous
                        .get("/api/v1/regions?country=XA&fields=code")
                        .expect(200)
                        .json()
                        .at("/items/0")))
                .containsExactly("code");
    }

    @Test
    void what_was_read_with_some_fields_is_not_taken_for_the_whole() {
        String address = editor.post(ALL, AgreementMother.shared(AgreementMother.code()))
                .expect(201)
                .header("Location");
        String whole = reader.get(address).expect(200).etag();
        String some = reader.get(address + "?fields=title,code").expect(200).etag();

        assertThat(some).isNotEqualTo(whole);
        assertThat(reader.get(address + "?fields=code,title").expect(200).etag())
                .as("their order means nothing")
                .isEqualTo(some);
        reader.with("If-None-Match", whole).get(address + "?fields=title,code").expect(200);
        reader.with("If-None-Match", some).get(address).expect(200);
        reader.with("If-None-Match", some).get(address + "?fields=title,code").expect(304);
        editor.with("If-Match", some)
                .patch(address, "{\"note\": {\"en\": \"the version is the same\"}}")
                .expect(200);
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again() {
        String list = list();
        var first = reader.get(list).expect(200);
        Api knowing = reader.with("If-None-Match", first.etag());

        var same = knowing.get(list).expect(304);

        assertThat(first.etag()).matches("\"0-[0-9a-f]{32}\"");
        assertThat(first.header("Vary")).contains("Authorization", "Accept-Encoding");
        assertThat(same.etag()).isEqualTo(first.etag());
        assertThat(same.response().asByteArray()).isEmpty();
        knowing.get(list + "&fields=id").expect(200);
        knowing.get(list + "&limit=1").expect(200);
        knowing.get(list + "&kind=PLAN").expect(200);
        anonymous.with("If-None-Match", first.etag()).get(list).expect(200);
    }

    @Test
    void a_change_of_one_item_is_a_change_of_the_list() {
        String list = list();
        var first = reader.get(list).expect(200);

        editor.with("If-Match", "*")
                .patch(ALL + "/" + first.at("/items/1/id"), "{\"note\": {\"en\": \"new\"}}")
                .expect(200);

        var changed = reader.with("If-None-Match", first.etag()).get(list).expect(200);
        assertThat(changed.etag()).isNotEqualTo(first.etag());
        reader.with("If-None-Match", changed.etag()).get(list).expect(304);
    }

    @Test
    void the_list_of_regions_and_a_history_are_not_sent_again_either() {
        String address = editor.post(ALL, AgreementMother.shared(AgreementMother.code()))
                .expect(201)
                .header("Location");
        for (String list : List.of("/api/v1/regions?country=XA", address + "/history")) {
            String tag = reader.get(list).expect(200).etag();
            reader.with("If-None-Match", tag).get(list).expect(304);
            reader.with("If-None-Match", "\"0-1\"").get(list).expect(200);
        }
        reader.with(
                        "If-None-Match",
                        reader.get("/api/v1/regions/XA.01").expect(200).etag())
                .get("/api/v1/regions/XA.01")
                .expect(304);
    }
}
