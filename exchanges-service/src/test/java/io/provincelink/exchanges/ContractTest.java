package io.provincelink.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.ContractDrift;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ContractTest {

    @Test
    void the_committed_contract_is_what_the_code_says() throws IOException {
        ContractDrift.check();
    }

    @Test
    void what_only_the_gateway_asks_is_not_in_it() {
        String contract = Api.unchecked().get("/openapi").expect(200).response().asString();

        assertThat(contract).contains("/delegations/{id}/transitions").doesNotContain("review-part");
    }
}
