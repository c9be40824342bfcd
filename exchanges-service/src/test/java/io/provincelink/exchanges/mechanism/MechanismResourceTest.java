package io.provincelink.exchanges.mechanism;

import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MechanismResourceTest {

    private final Api editor = Api.checked().as("XA.01", "editor");

    @Test
    void a_mechanism_says_back_what_it_was_told() {
        var draft = Drafts.mechanism("XA.01", "XB.010100")
                .put("until", "2025-12-31")
                .put("planned", true);

        var view = editor.get(String.valueOf(
                        editor.post(MECHANISMS, draft).expect(201).header("Location")))
                .expect(200)
                .json();

        draft.fields().forEachRemaining(field -> assertThat(view.at("/" + field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(view.at("/visibility").asText()).isEqualTo("OWN_SIDE");
    }

    @Test
    void a_rule_or_window_that_cannot_be_kept_is_named() {
        var rule = Drafts.mechanism("XA.01", "XB.010100").put("recurrence", "FREQ=SECONDLY");
        var window = Drafts.mechanism("XA.01", "XB.010100").put("window", "PT5S");
        var days = Drafts.mechanism("XA.01", "XB.010100").put("until", "2015-12-31");

        assertThat(editor.post(MECHANISMS, rule).expect(400).at("/violations/0/pointer"))
                .isEqualTo("/recurrence");
        assertThat(editor.post(MECHANISMS, window).expect(400).at("/violations/0/pointer"))
                .isEqualTo("/window");
        assertThat(editor.post(MECHANISMS, days).expect(400).at("/violations/0/message"))
                .contains("2016-01-01");
    }

    @Test
    void faults_are_told_in_the_readers_language() {
        var rule = Drafts.mechanism("XA.01", "XB.010100").put("until", "2015-12-31");

        assertThat(editor.with("Accept-Language", "vi")
                        .post(MECHANISMS, rule)
                        .expect(400)
                        .at("/violations/0/message"))
                .isEqualTo("Không được trước 2016-01-01.");
        assertThat(editor.with("Accept-Language", "zh")
                        .post(MECHANISMS, rule)
                        .expect(400)
                        .at("/violations/0/message"))
                .isEqualTo("不得早于 2016-01-01。");
    }

    @Test
    void regions_of_bodies_and_hosts_must_exist_too() {
        var draft = Drafts.mechanism("XA.01", "XB.010100");
        draft.withArray("/hostRotation").add("XB.999999");
        draft.withObject("/parties/0/body").put("region", "XA.99");

        var refused = editor.post(MECHANISMS, draft).expect(400).json();

        assertThat(refused.at("/violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/parties/0/body/region", "/hostRotation/2");
    }

    @Test
    void without_a_first_day_its_codes_go_on_meaning_the_units_that_they_meant() {
        // XA.011 is closed today
        var draft = Drafts.mechanism("XA.011", "XB.010101").put("visibility", "PARTIES");
        String address = editor.post(MECHANISMS, draft).expect(201).header("Location");
        Api any = editor.with("If-Match", "*");

        any.patch(address, "{\"since\": null}").expect(200);

        assertThat(any.patch(address, "{\"note\": {\"en\": \"Changed\"}}")
                        .expect(200)
                        .at("/parties/0/region"))
                .isEqualTo("XA.011");
    }

    @Test
    void filters_find_what_they_name_and_only_that() {
        var group = Drafts.mechanism("XA.01", "XB.010101")
                .put("kind", "WORKING_GROUP")
                .put("level", "DISTRICT")
                .put("since", "2011-01-01")
                .put("until", "2012-12-31");
        String id = editor.post(MECHANISMS, group).expect(201).at("/id");

        for (String found : List.of(
                "kind=WORKING_GROUP&level=DISTRICT",
                "parties=XA.01,XB.010101",
                "parties=XB.010100",
                "period=2012-12/2013",
                "period=2011")) {
            assertThat(ids(found)).as(found).contains(id);
        }
        for (String other : List.of("kind=TALKS", "level=HIGH", "parties=VN.02", "period=2013", "period=2010")) {
            assertThat(ids(other)).as(other).doesNotContain(id);
        }
    }

    private List<String> ids(String filter) {
        return editor.get(MECHANISMS + "?limit=200&" + filter)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }
}
