package io.provincelink.agreements.assistance;

import static io.provincelink.agreements.assistance.AssistanceProjectMother.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AssistanceTransactionResourceTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.011", "reader", "editor");
    private final Api reader = anonymous.as("XA.011", "reader");

    private String project;
    private String all;

    @BeforeEach
    void aProject() {
        String organisation = OrganisationMother.published(anonymous, "Payer");
        project = editor.post("/api/v1/assistance-projects", AssistanceProjectMother.shared(organisation))
                .expect(201)
                .header("Location");
        all = project + "/transactions";
    }

    private String correcting(String id, String kind, String amount, String currency) {
        return transaction(kind, "2017-03-02", amount, currency).replaceFirst("\\{", "{\"corrects\": \"" + id + "\", ");
    }

    @Test
    void sums_are_kept_for_each_currency_and_never_added() {
        editor.post(all, transaction("COMMITMENT", "2016-02-01", "900000", "VND"))
                .expect(201);
        editor.post(all, transaction("DISBURSEMENT", "2016-03-01", "400000", "VND"))
                .expect(201);
        editor.post(all, transaction("DISBURSEMENT", "2017-03-01", "100000.50", "VND"))
                .expect(201);
        editor.post(all, transaction("EXPENDITURE", "2017-04-01", "20.25", "USD"))
                .expect(201);

        var read = reader.get(project).expect(200);

        assertThat(read.json().at("/totals").findValuesAsText("currency")).containsExactly("USD", "VND");
        assertThat(read.at("/totals/0/expended")).isEqualTo("20.25");
        assertThat(read.json().at("/totals/0/disbursedShare").isMissingNode()).isTrue();
        assertThat(read.at("/totals/1/committed")).isEqualTo("900000");
        assertThat(read.at("/totals/1/disbursed")).isEqualTo("500000.5");
        assertThat(read.at("/totals/1/disbursedShare/value")).isEqualTo("50");
        assertThat(read.at("/totals/1/disbursedShare/qualifier")).isEqualTo("EXACT");
    }

    @Test
    void a_transaction_moves_the_projects_version() {
        String before = reader.get(project).etag();

        var created = editor.with("If-Match", before)
                .post(all, transaction("COMMITMENT", "2016-02-01", "1", "VND"))
                .expect(201);

        reader.with("If-None-Match", before).get(project).expect(200);
        editor.with("If-Match", before)
                .post(all, transaction("COMMITMENT", "2016-02-01", "1", "VND"))
                .expect(412);
        assertThat(reader.get(created.header("Location")).expect(200).json()).isEqualTo(created.json());
        reader.with("If-None-Match", created.etag())
                .get(created.header("Location"))
                .expect(304);
    }

    @Test
    void what_was_wrong_is_put_right_by_another_one() {
        String wrong = editor.post(all, transaction("DISBURSEMENT", "2016-03-01", "400000", "VND"))
                .expect(201)
                .at("/id");

        var correction = editor.post(all, correcting(wrong, "DISBURSEMENT", "-150000", "VND"))
                .expect(201);

        assertThat(correction.at("/corrects")).isEqualTo(wrong);
        assertThat(reader.get(project).at("/totals/0/disbursed")).isEqualTo("250000");
        assertThat(reader.get(all).expect(200).json().at("/items")).hasSize(2);
    }

    @Test
    void a_correction_takes_back_no_more_than_is_left() {
        String wrong = editor.post(all, transaction("DISBURSEMENT", "2016-03-01", "100", "VND"))
                .expect(201)
                .at("/id");
        editor.post(all, correcting(wrong, "DISBURSEMENT", "-60", "VND")).expect(201);

        var refused = editor.post(all, correcting(wrong, "DISBURSEMENT", "-41", "VND"))
                .expect(400);

        assertThat(refused.at("/violations/0/code")).isEqualTo("more-than-left");
        editor.post(all, correcting(wrong, "DISBURSEMENT", "-40", "VND")).expect(201);
        assertThat(reader.get(project).at("/totals/0/disbursed")).isEqualTo("0");
    }

    @Test
    void a_correction_is_of_the_kind_and_currency_of_what_it_corrects() {
        String wrong = editor.post(all, transaction("DISBURSEMENT", "2016-03-01", "100", "VND"))
                .expect(201)
                .at("/id");

        var refused =
                editor.post(all, correcting(wrong, "COMMITMENT", "-1", "USD")).expect(400);

        assertThat(refused.json().findValuesAsText("pointer")).containsExactlyInAnyOrder("/kind", "/money/currency");
    }

    @Test
    void only_an_original_of_the_same_project_is_corrected() {
        String original = editor.post(all, transaction("DISBURSEMENT", "2016-03-01", "100", "VND"))
                .expect(201)
                .at("/id");
        String correction = editor.post(all, correcting(original, "DISBURSEMENT", "-1", "VND"))
                .expect(201)
                .at("/id");
        aProject();

        for (String none : new String[] {original, correction, UUID.randomUUID().toString()}) {
            var refused = editor.post(all, correcting(none, "DISBURSEMENT", "-1", "VND"))
                    .expect(400);
            assertThat(refused.at("/violations/0/code")).isEqualTo("unknown-record");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "100        | -100         | /money/amount | negative-needs-correction",
                "100        | 0            | /money/amount | not-zero",
                "100        | 0.00001      | /money/amount | digits",
                "100        | \"100\"      | /money/amount | wrong-type",
                "100        | 1e400        | /money/amount | too-large-number",
                "VND        | DONG         | /money/currency | not-a-currency",
                "2016-03-01 | 9999-01-01   | /on           | in-future",
                "2016-03-01 | 2016-02-30   | /on           | wrong-format",
                "DISBURSEMENT | GIFT       | /kind         | unknown-value",
            })
    void a_fault_is_named_at_its_place(String replaced, String by, String pointer, String code) {
        String right = transaction("DISBURSEMENT", "2016-03-01", "100", "VND");

        var refused = editor.post(all, right.replace(replaced, by)).expect(400);

        assertThat(refused.response().asString()).contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void lists_have_pages_and_a_filter() {
        for (int i = 1; i <= 3; i++) {
            editor.post(all, transaction("DISBURSEMENT", "2016-03-0" + i, "1", "VND"))
                    .expect(201);
        }
        editor.post(all, transaction("COMMITMENT", "2016-03-01", "1", "VND")).expect(201);

        var first = reader.get(all + "?limit=2&kind=DISBURSEMENT").expect(200);
        var second = reader.get(first.at("/next")).expect(200);

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.at("/items/0/on")).isEqualTo("2016-03-01");
        reader.get(all + "?kind=GIFT").expect(400);
        reader.get(all + "?cursor=x").expect(400);
    }

    @Test
    void the_same_key_records_it_once() {
        Api once = editor.with("Idempotency-Key", UUID.randomUUID().toString());
        String body = transaction("DISBURSEMENT", "2016-03-01", "100", "VND");

        var first = once.post(all, body).expect(201);
        var again = once.post(all, body).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(reader.get(project).at("/totals/0/disbursed")).isEqualTo("100");
    }

    @Test
    void an_id_is_taken_once() {
        String body = transaction("DISBURSEMENT", "2016-03-01", "100", "VND")
                .replaceFirst("\\{", "{\"id\": \"" + UUID.randomUUID() + "\", ");
        String address = editor.post(all, body).expect(201).header("Location");

        assertThat(editor.post(all, body).expect(409).header("Location")).isEqualTo(address);
        aProject();
        assertThat(editor.post(all, body).expect(409).header("Location")).isNull();
    }

    @Test
    void writers_at_once_lose_no_amount() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                written.add(writers.submit(() -> editor.post(all, transaction("DISBURSEMENT", "2016-03-01", "1", "VND"))
                        .expect(201)));
            }
            for (Future<?> one : written) {
                one.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(reader.get(project).at("/totals/0/disbursed")).isEqualTo("12");
    }

    @Test
    void corrections_at_once_take_back_no_more_than_is_left() throws Exception {
        String original = editor.post(all, transaction("DISBURSEMENT", "2016-03-01", "100", "VND"))
                .expect(201)
                .at("/id");
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Integer> answers = new ArrayList<>();
        try {
            List<Future<Integer>> written = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                written.add(writers.submit(() -> editor.post(all, correcting(original, "DISBURSEMENT", "-60", "VND"))
                        .status()));
            }
            for (Future<Integer> one : written) {
                answers.add(one.get());
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(answers).containsExactlyInAnyOrder(201, 400, 400, 400);
        assertThat(reader.get(project).at("/totals/0/disbursed")).isEqualTo("40");
    }

    @Test
    void only_an_editor_of_the_owner_records_one() {
        String body = transaction("DISBURSEMENT", "2016-03-01", "1", "VND");

        anonymous.post(all, body).expect(401);
        reader.post(all, body).expect(403);
        anonymous.as("XA.011", "approver").post(all, body).expect(403);
        anonymous.as("XB.010100", "editor").post(all, body).expect(404);
        anonymous
                .as("XA.011", "approver")
                .post(project + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        anonymous.as("XB.010100", "editor").post(all, body).expect(403);
        anonymous.as("XA.01101", "editor").post(all, body).expect(403);
        anonymous.as("XA", "editor").post(all, body).expect(403);
        anonymous.as("XA.01", "editor").post(all, body).expect(201);
    }

    @Test
    void a_hidden_projects_transactions_are_hidden_with_it() {
        String address = editor.post(all, transaction("DISBURSEMENT", "2016-03-01", "1", "VND"))
                .expect(201)
                .header("Location");

        for (Api other : new Api[] {anonymous, anonymous.as("XB.010100", "reader"), anonymous.as("XA", "reader")}) {
            other.get(all).expect(404);
            other.get(address).expect(404);
        }
        anonymous.as("XA.01", "reader").get(address).expect(200);
        reader.get(all + "/" + UUID.randomUUID()).expect(404);
        reader.get(all + "/x").expect(404);
    }
}
