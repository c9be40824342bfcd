package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which methods an address takes is said of that address, not of its neighbours. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AllowTest {

    private final Api anonymous = Api.unchecked();

    @ParameterizedTest
    @CsvSource({
        "/agreements, PATCH, 'GET, HEAD, OPTIONS, POST'",
        "/agreements/, PATCH, 'GET, HEAD, OPTIONS, POST'",
        "/agreements/some-code, PUT, 'DELETE, GET, HEAD, OPTIONS, PATCH'",
        "/agreements/some-code/history, DELETE, 'GET, HEAD, OPTIONS'",
        "/agreements/some-code/actions, GET, 'OPTIONS, POST'",
        "/agreements/some-code/documents, PATCH, 'GET, HEAD, OPTIONS, POST'",
        "/agreements/by-external-id/dms/a%2Fb, POST, 'GET, HEAD, OPTIONS, PUT'",
        "/programmes/some-code/assessment, POST, 'OPTIONS, PUT'",
        "/regions, POST, 'GET, HEAD, OPTIONS'",
        "/changes, PUT, 'GET, HEAD, OPTIONS'",
    })
    void a_wrong_method_is_told_the_right_ones(String address, String wrong, String right) {
        var refused = anonymous
                .as("XA.01", "reader", "editor", "approver")
                .send(wrong, "/api/v1" + address, "application/json", "{}")
                .expect(405);

        assertThat(refused.at("/type")).endsWith("method-not-allowed");
        assertThat(refused.header("Allow")).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "/agreements, 'GET, HEAD, OPTIONS, POST'",
        "/agreements/some-code, 'DELETE, GET, HEAD, OPTIONS, PATCH'",
        "/observations, 'GET, HEAD, OPTIONS, POST'",
        "/offline-bundle, 'GET, HEAD, OPTIONS'",
    })
    void and_options_says_the_same(String address, String right) {
        var said = anonymous
                .send("OPTIONS", "/api/v1" + address, "application/json", "")
                .expect(204);

        assertThat(said.header("Allow")).isEqualTo(right);
        assertThat(said.response().asString()).isEmpty();
    }

    @Test
    void where_nothing_is_there_are_no_methods() {
        anonymous.send("OPTIONS", "/api/v1/nothing", "application/json", "").expect(404);
        anonymous.send("DELETE", "/api/v1/nothing", "application/json", "").expect(404);
    }
}
