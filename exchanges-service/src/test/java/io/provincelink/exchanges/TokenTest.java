package io.provincelink.exchanges;

import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.TokenCheck;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TokenTest extends TokenCheck {

    TokenTest() {
        super("/api/v1/delegations", "/api/v1/delegations");
    }
}
