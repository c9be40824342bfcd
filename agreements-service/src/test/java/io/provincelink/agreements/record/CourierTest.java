package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The suite's own messenger, and the questions that are for the suite alone. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CourierTest {

    private static final String FEED = "/api/v1/changes?limit=200&after=";
    private static final String HEAD = "/api/v1/change-head";
    private static final String FOR = "Provincelink-On-Behalf-Of";

    private final Api anonymous = Api.unchecked();
    private final Api courier = anonymous.as("XB", "courier");
    private final Api editor = anonymous.as("XA.01", "reader", "editor");

    private String end() {
        return anonymous.get(HEAD).expect(200).at("/cursor");
    }

    private String ownSideDraft() {
        return editor.post("/api/v1/agreements", AgreementMother.ownSide(AgreementMother.code()))
                .expect(201)
                .at("/id");
    }

    @Test
    void reads_the_feed_as_the_unit_that_it_names_and_as_nobody_else() {
        String before = end();
        String id = ownSideDraft();

        assertThat(courier.with(FOR, "XA.01").get(FEED + before).expect(200).at("/items/0/id"))
                .isEqualTo(id);
        assertThat(courier.with(FOR, "XB.010100")
                        .get(FEED + before)
                        .expect(200)
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(courier.get(FEED + before).expect(200).json().at("/items")).isEmpty();
        assertThat(courier.with(FOR, "XA.99").get(FEED + before).expect(400).at("/violations/0/pointer"))
                .isEqualTo(FOR + ":");
    }

    @Test
    void names_a_unit_for_the_feed_alone() {
        String address = "/api/v1/agreements/" + ownSideDraft();

        courier.with(FOR, "XA.01").get(address).expect(404);
        courier.with(FOR, "XA.01").get(address + "/history").expect(404);
        courier.with(FOR, "XA.01").get("/api/v1/offline-bundle?region=XA.01").expect(200);
        assertThat(courier.with(FOR, "XA.01")
                        .get("/api/v1/agreements?limit=200")
                        .response()
                        .asString())
                .doesNotContain(address);
    }

    @Test
    void nobody_else_names_a_unit() {
        for (Api other : new Api[] {
            anonymous,
            editor,
            anonymous.as("XA.01", "reader", "editor", "approver", "statistician"),
            anonymous.bearing(Tokens.operator())
        }) {
            var refused = other.with(FOR, "XA.01").get(FEED + end()).expect(403);
            assertThat(refused.at("/violations/0/message")).contains("courier");
        }
    }

    @Test
    void the_head_moves_with_every_change_and_each_change_has_its_place() {
        Instant begin = Instant.now();
        String before = end();
        assertThat(end()).isEqualTo(before);
        ownSideDraft();
        String id = ownSideDraft();
        assertThat(end()).isNotEqualTo(before);

        var told = editor.get(FEED + before).expect(200);
        assertThat(told.at("/items/1/cursor")).isEqualTo(told.at("/nextCursor")).isEqualTo(end());
        assertThat(editor.get(FEED + told.at("/items/0/cursor")).expect(200).at("/items/0/id"))
                .isEqualTo(id);
        String since = anonymous.get(HEAD + "?since=" + begin).expect(200).at("/cursor");
        assertThat(since).isEqualTo(before);
        assertThat(anonymous
                        .get(HEAD + "?since=" + Instant.now().plusSeconds(60))
                        .at("/cursor"))
                .isEqualTo(end());
        assertThat(anonymous.get(HEAD + "?since=yesterday").expect(400).at("/violations/0/pointer"))
                .isEqualTo("?since");
    }
}
