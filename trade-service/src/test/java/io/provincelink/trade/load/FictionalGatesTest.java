package io.provincelink.trade.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.trade.FictionalGates;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The gates of made-up files can be recorded as they are. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FictionalGatesTest {

    private final Api api = Api.checked();

    @Test
    void an_editor_records_the_ten_gates() {
        for (String code : FictionalGates.codes()) {
            var answer = api.as("XA.01", "editor").post("/api/v1/gates", FictionalGates.draft(code));
            // the database is the same for all tests, and another one may have needed them before
            assertThat(answer.status()).isIn(201, 409);
            assertThat(api.get("/api/v1/gates/" + code).expect(200).at("/sides/1/region"))
                    .isEqualTo("XB.010101");
        }
        assertThat(FictionalGates.codes()).hasSize(10);
    }
}
