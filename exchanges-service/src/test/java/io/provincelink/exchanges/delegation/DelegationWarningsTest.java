package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.delegation.DelegationFlow.ANYBODY;
import static io.provincelink.exchanges.delegation.DelegationFlow.EDITOR;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Databases;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody should look at, and nobody is kept from. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationWarningsTest {

    // nobody else's name, in the spelling of a keyboard without marks and in the full one
    private final String suffix = UUID.randomUUID().toString();
    private final String full = "Nguyễn Thị Thuỷ " + suffix;
    private final String bare = "NGUYEN  thi thuy " + suffix;

    private ObjectNode draft(String from, String to, String head) {
        ObjectNode draft = Drafts.delegation("XA.01", "XB.010100", "2016-03-01", 4);
        draft.putObject("period").put("from", from).put("to", to);
        draft.putObject("head").put("vi", head);
        return draft;
    }

    @Test
    void the_same_head_on_two_ways_at_once_is_named_on_both() {
        String first = DelegationFlow.proposed(draft("2016-03-01", "2016-03-05", full));
        String second = DelegationFlow.proposed(draft("2016-03-05", "2016-03-09", bare));
        DelegationFlow.proposed(draft("2016-03-10", "2016-03-11", full));
        DelegationFlow.proposed(draft("2016-03-01", "2016-03-09", "Somebody else " + suffix));

        assertThat(doubleBooked(EDITOR, first))
                .containsExactly(DelegationFlow.id(second).toString());
        assertThat(doubleBooked(EDITOR, second))
                .containsExactly(DelegationFlow.id(first).toString());
        JsonNode warning = EDITOR.get(second).json().at("/warnings/0");
        assertThat(warning.at("/period/from").asText()).isEqualTo("2016-03-01");
        assertThat(warning.at("/message")).hasSize(3);
    }

    @Test
    void what_was_given_up_is_no_booking() {
        String first = DelegationFlow.proposed(draft("2016-03-01", "2016-03-05", full));
        String second = DelegationFlow.proposed(draft("2016-03-05", "2016-03-09", full));

        DelegationFlow.step(OTHER_APPROVER, second, "DECLINED");

        assertThat(doubleBooked(EDITOR, first)).isEmpty();
        assertThat(EDITOR.get(second).json().at("/warnings")).isEmpty();
    }

    @Test
    void nobody_is_warned_of_what_he_does_not_see() {
        String shown = DelegationFlow.proposed(draft("2016-03-01", "2016-03-05", full));
        String hidden =
                DelegationFlow.proposed(draft("2016-03-01", "2016-03-05", full).put("visibility", "OWN_SIDE"));

        assertThat(doubleBooked(EDITOR, shown))
                .containsExactly(DelegationFlow.id(hidden).toString());
        assertThat(doubleBooked(OTHER_READER, shown)).isEmpty();
    }

    @Test
    void a_copy_is_no_longer_valid_once_there_is_another_warning() {
        String path = DelegationFlow.proposed(draft("2016-03-01", "2016-03-05", full));
        String read = EDITOR.get(path).etag();
        EDITOR.with("If-None-Match", read).get(path).expect(304);

        DelegationFlow.proposed(draft("2016-03-05", "2016-03-05", full));

        EDITOR.with("If-None-Match", read).get(path).expect(200);
    }

    @Test
    void public_holidays_of_either_side_are_named() {
        String path = DelegationFlow.proposed(draft("2012-01-20", "2012-06-20", full));
        String quiet = DelegationFlow.proposed(draft("2012-07-04", "2012-07-05", full));

        JsonNode warnings = EDITOR.get(path).json().at("/warnings");

        assertThat(warnings.findValuesAsText("code")).contains("PUBLIC_HOLIDAY").doesNotContain("DOUBLE_BOOKED_HEAD");
        assertThat(warnings.findValuesAsText("country")).contains("XA", "XB");
        assertThat(warnings.at("/0/period/from").asText()).isEqualTo("2012-01-23");
        assertThat(warnings.at("/0/message/en").asText()).contains("Lunar New Year");
        assertThat(EDITOR.get(quiet).json().at("/warnings")).isEmpty();
    }

    @Test
    void days_outside_the_named_programme_are_told_with_its_period() {
        String code = "programme-" + suffix;
        Databases.RECORDS.update(
                "insert into known_programme values (gen_random_uuid(), ?, '2016-01-01', '2016-12-31')", code);
        String inside =
                DelegationFlow.proposed(draft("2016-12-30", "2016-12-31", full).put("programme", code));
        String beyond = DelegationFlow.proposed(
                draft("2016-12-31", "2017-01-02", "Another " + suffix).put("programme", code));
        String unknown =
                DelegationFlow.proposed(draft("2016-07-04", "2016-07-04", bare).put("programme", "unknown-" + suffix));

        assertThat(codes(beyond)).contains("OUTSIDE_PROGRAMME");
        assertThat(codes(inside)).doesNotContain("OUTSIDE_PROGRAMME");
        assertThat(codes(unknown)).doesNotContain("OUTSIDE_PROGRAMME");
    }

    @Test
    void the_longest_stay_is_answered_with_not_too_many() {
        String path =
                DelegationFlow.proposed(draft("0001-01-01", "9999-12-31", full).put("sending", "XA.01"));

        assertThat(EDITOR.get(path).expect(200).json().at("/warnings")).hasSizeLessThanOrEqualTo(100);
        assertThat(ANYBODY.get(path).status()).isEqualTo(404);
    }

    @Test
    void lists_steps_and_the_history_come_without() {
        String path = DelegationFlow.accepted();

        assertThat(text(EDITOR, DELEGATIONS + "?limit=5")).doesNotContain("\"warnings\"");
        assertThat(text(EDITOR, path + "/history")).doesNotContain("\"warnings\"");
    }

    private static List<String> codes(String path) {
        return EDITOR.get(path).expect(200).json().at("/warnings").findValuesAsText("code");
    }

    private static List<String> doubleBooked(Api reader, String path) {
        List<String> others = new ArrayList<>();
        reader.get(path).expect(200).json().at("/warnings").forEach(warning -> {
            if (warning.at("/code").asText().equals("DOUBLE_BOOKED_HEAD")) {
                others.add(warning.at("/delegation").asText());
            }
        });
        return others;
    }

    private static String text(Api reader, String path) {
        return reader.get(path).expect(200).response().asString();
    }
}
