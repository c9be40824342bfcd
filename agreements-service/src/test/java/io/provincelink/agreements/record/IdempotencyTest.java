package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class IdempotencyTest {

    private static final String ALL = "/api/v1/donations";

    private final Database database = new Database();
    private final Api editor = Api.checked().as("XA.01", "reader", "editor");
    private final String key = UUID.randomUUID().toString();
    private final Api keyed = editor.with("Idempotency-Key", key);

    private long keys() {
        return database.number("select count(*) from idempotency_key where key = ?", key);
    }

    private void age(int hours) {
        assertThat(database.update(
                        "update idempotency_key set at = at - make_interval(hours => ?) where key = ?", hours, key))
                .isEqualTo(1);
    }

    @Test
    void two_equal_posts_at_once_make_one_record_and_get_one_answer() throws Exception {
        for (int round = 0; round < 5; round++) {
            Api once = editor.with("Idempotency-Key", UUID.randomUUID().toString());
            String mark = "p-" + UUID.randomUUID();
            Callable<Api.Answer> post = () -> once.post(ALL, DonationMother.shared(mark));

            var answers = AtOnce.call(List.of(post, post, post));

            assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
            assertThat(answers)
                    .extracting(Api.Answer::json)
                    .containsOnly(answers.get(0).json());
            assertThat(answers)
                    .extracting(answer -> answer.header("Location") + answer.etag())
                    .containsOnly(
                            answers.get(0).header("Location") + answers.get(0).etag());
            assertThat(database.number("select count(*) from donation where terms #>> '{note,en}' = ?", mark))
                    .isEqualTo(1);
            assertThat(database.number(
                            "select count(*) from change where record_id = ?",
                            UUID.fromString(answers.get(0).at("/id"))))
                    .isEqualTo(1);
        }
    }

    @Test
    void an_answer_is_kept_for_a_day() {
        var first = keyed.post(ALL, DonationMother.shared("kept")).expect(201);

        age(23);

        assertThat(keyed.post(ALL, DonationMother.shared("kept")).expect(201).at("/id"))
                .isEqualTo(first.at("/id"));
    }

    @Test
    void after_a_day_the_key_is_free_for_something_else() {
        var first = keyed.post(ALL, DonationMother.shared("before")).expect(201);

        age(25);
        var second = keyed.post(ALL, DonationMother.shared("after")).expect(201);

        assertThat(second.at("/id")).isNotEqualTo(first.at("/id"));
        assertThat(keyed.post(ALL, DonationMother.shared("after")).expect(201).json())
                .isEqualTo(second.json());
        keyed.post(ALL, DonationMother.shared("before")).expect(422);
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void a_write_that_failed_keeps_no_key() {
        String code = AgreementMother.code();
        editor.post("/api/v1/agreements", AgreementMother.shared(code)).expect(201);

        keyed.post(ALL, DonationMother.shared("x").replace("XB.010100", "XB.9")).expect(400);
        keyed.post("/api/v1/agreements", AgreementMother.shared(code)).expect(409);

        assertThat(keys()).isZero();
    }

    @Test
    void a_key_is_one_of_its_path() {
        keyed.post(ALL, DonationMother.shared("x")).expect(201);
        keyed.post("/api/v1/agreements", AgreementMother.shared(AgreementMother.code()))
                .expect(201);

        assertThat(keys()).isEqualTo(2);
    }

    @Test
    void a_publication_is_done_once_too() {
        String address =
                editor.post(ALL, DonationMother.shared("x")).expect(201).header("Location");
        Api approver = Api.checked().as("XA.01", "reader", "approver").with("Idempotency-Key", key);

        var first =
                approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        var second =
                approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.etag()).isEqualTo(first.etag());
        approver.post(address + "/publication", "{\"to\": \"PARTIES\"}").expect(422);
    }

    @Test
    void a_key_has_a_length() {
        editor.with("Idempotency-Key", "k".repeat(200))
                .post(ALL, DonationMother.shared("x"))
                .expect(201);
        var refused = Api.unchecked()
                .as("XA.01", "editor")
                .with("Idempotency-Key", "k".repeat(201))
                .post(ALL, DonationMother.shared("x"))
                .expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("Idempotency-Key:");
    }
}
