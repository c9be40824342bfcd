package io.provincelink.trade;

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
}
