package io.provincelink.agreements.donation;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.record.Database;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DonationResourceTest {

    private static final String ALL = "/api/v1/donations";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api reader = anonymous.as("XA.01", "reader");
    private final Database database = new Database();

    @Test
    void a_donation_is_read_as_it_was_recorded() {
        var created = editor.post(ALL, DonationMother.shared("p-1")).expect(201);

        var read = reader.get(created.header("Location")).expect(200);

        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.at("/items/0/figure/qualifier")).isEqualTo("OVER");
        reader.with("If-None-Match", read.etag())
                .get(created.header("Location"))
                .expect(304);
        reader.get(ALL + "/p-1").expect(404);
    }

    @Test
    void filters_find_what_they_name() {
        String programme = ProgrammeMother.code();
        String id = editor.post("/api/v1/programmes", ProgrammeMother.shared(programme))
                .expect(201)
                .at("/id");
        editor.post(ALL, DonationMother.of(programme)).expect(201);
        assertThat(reader.get(ALL + "?programme=" + id).expect(200).json().at("/items"))
                .hasSize(1);
        assertThat(editor.post(ALL, DonationMother.of(id.toUpperCase(Locale.ROOT)))
                        .expect(201)
                        .at("/programme"))
                .isEqualTo(id);
        assertThat(reader.get(ALL + "?programme=" + id).expect(200).json().at("/items"))
                .hasSize(2);
        String mine = ALL + "?programme=" + programme + "&";

        for (String hit :
                new String[] {"parties=XA.01", "parties=XB.010000,XA", "period=2021-02-20", "period=2021", "limit=2"}) {
            assertThat(reader.get(mine + hit).expect(200).json().at("/items"))
                    .as(hit)
                    .hasSize(2);
        }
        for (String miss :
                new String[] {"parties=XA.02", "period=2021-02-21/2021-03-01", "period=2020", "externalId=a:b"}) {
            assertThat(reader.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
        anonymous.get(ALL + "?period=2021-02-30").expect(400);
        anonymous.get(ALL + "?parties=XA.77").expect(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"XB.010100\"  | \"XB.010109\"  | /parties/1           | unknown-region",
                "\"XB.010100\"  | \"XA.01\"      | /parties/1           | same-party-twice",
                "2021-02-20     | 2021-02-09     | /on                  | period-order",
                "\"piece\"      | \"pieces\"     | /items/0/figure/unit | unit-unknown",
                "50000          | \"50000\"      | /items/0/figure/value | wrong-type",
                "{\"vi\": \"Tỉnh B Một\"} | {} | /donors/0            | text-empty",
                "[{\"vi\": \"Tỉnh B Một\"}] | [] | /donors            | not-empty",
                "\"PARTIES\"    | \"PUBLIC\"     | /visibility          | publish-later",
            })
    void a_fault_is_named_at_its_place(String replaced, String by, String pointer, String code) {
        String right = DonationMother.shared("p-2");
        String wrong = right.replace(replaced, by);
        assertThat(wrong).isNotEqualTo(right);

        var refused = editor.post(ALL, wrong).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/violations/0/code")).isEqualTo(code);
    }

    @Test
    void the_first_day_decides_what_the_codes_mean() {
        String lastDay =
                DonationMother.shared("p-3").replace("2021-02-10", "2025-06-30").replace("2021-02-20", "2025-07-10");

        editor.post(ALL, lastDay.replace("XA.01", "XA.02")).expect(201);
        editor.post(ALL, lastDay.replace("XA.01", "XA.02").replace("2025-06-30", "2025-07-01"))
                .expect(400);
    }

    @Test
    void a_programme_that_the_writer_does_not_see_is_none() {
        String code = ProgrammeMother.code();
        anonymous
                .as("XB.010100", "reader", "editor")
                .post("/api/v1/programmes", ProgrammeMother.ownSide(code))
                .expect(201);

        for (String programme : new String[] {"no-such-programme", code}) {
            var refused = editor.post(ALL, DonationMother.of(programme)).expect(400);
            assertThat(refused.at("/violations/0/pointer")).isEqualTo("/programme");
            assertThat(refused.at("/violations/0/code")).isEqualTo("unknown-record");
            assertThat(reader.get(ALL + "?programme=" + programme).expect(400).at("/violations/0/pointer"))
                    .isEqualTo("?programme");
        }
    }

    @Test
    void a_programme_that_one_side_named_stays_named_by_the_other() {
        String code = ProgrammeMother.code();
        Api otherSide = anonymous.as("XB.010100", "reader", "editor");
        otherSide.post("/api/v1/programmes", ProgrammeMother.shared(code)).expect(201);
        var created = otherSide.post(ALL, DonationMother.of(code)).expect(201);
        String address = created.header("Location");
        // as programmes stand that were named before everybody had to see what is named
        database.update(
                "update programme set visibility = 'OWN_SIDE', readers = array['XB.010100']::varchar[] where code = ?",
                code);

        var changed = editor.with("If-Match", created.etag())
                .patch(address, "{\"note\": {\"en\": \"Changed\"}}")
                .expect(200);
        var refused = editor.with("If-Match", changed.etag())
                .patch(address, "{\"programme\": \"none\", \"recipient\": {\"en\": \" \"}}")
                .expect(400);

        assertThat(changed.at("/programme")).isEqualTo(code);
        assertThat(refused.json().findValuesAsText("pointer")).containsExactly("/programme", "/recipient/en");
    }

    @Test
    void nothing_less_than_nothing_was_given_and_nothing_in_the_future() {
        String tomorrow = Instant.now().plus(Duration.ofDays(2)).toString().substring(0, 10);
        String wrong = DonationMother.shared("p-4").replace("50000", "-5").replace("2021-02-20", tomorrow);

        var refused = editor.post(ALL, wrong).expect(400);

        assertThat(refused.json().findValuesAsText("pointer")).containsExactly("/items/0/figure/value", "/on/to");
        assertThat(refused.json().findValuesAsText("code")).containsExactly("negative", "in-future");
        assertThat(editor.post(ALL, DonationMother.shared("p-4").replace("50000", "0"))
                        .expect(400)
                        .at("/violations/0/code"))
                .isEqualTo("not-zero");
    }

    @Test
    void what_was_recorded_before_there_was_a_rule_can_still_be_changed_in_other_fields() {
        var created = editor.post(ALL, DonationMother.shared("p-5")).expect(201);
        assertThat(database.update("""
            update donation set terms = jsonb_set(terms, '{items,0,figure,value}', '-5') where id = ?
            """, UUID.fromString(created.at("/id")))).isEqualTo(1);
        Api mine = editor.with("If-Match", created.etag());
        String address = created.header("Location");

        assertThat(mine.patch(
                                address,
                                "{\"items\": [{\"what\": {\"en\": \"Masks\"}, \"figure\": {\"value\": -6,"
                                        + " \"qualifier\": \"EXACT\", \"unit\": \"piece\"}}]}")
                        .expect(400)
                        .at("/violations/0/code"))
                .isEqualTo("negative");
        mine.patch(address, "{\"note\": {\"en\": \"Changed\"}}").expect(200);
    }
}
