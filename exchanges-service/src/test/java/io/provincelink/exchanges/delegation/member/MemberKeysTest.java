package io.provincelink.exchanges.delegation.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MemberKeysTest {

    @Test
    void keys_that_cannot_be_reached_are_no_fault_of_the_request() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/keys");
        Flyway schema = Flyway.configure().dataSource(nowhere).load();
        MemberKeys keys = new MemberKeys(nowhere, schema);
        Caller anybody = Caller.anonymous(Regions.load(), LocalDate.of(2026, 1, 1));

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> keys.of(anybody, List.of(UUID.randomUUID())));

        assertThat(refused.type().status()).isEqualTo(503);
    }
}
