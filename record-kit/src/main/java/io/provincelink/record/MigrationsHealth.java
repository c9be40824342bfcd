package io.provincelink.record;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Says which version the schema has, and whether changes of it are missing or failed. */
@Wellness
@ApplicationScoped
public class MigrationsHealth implements HealthCheck {

    private final Flyway flyway;

    MigrationsHealth(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("migrations");
        try {
            MigrationInfoService known = flyway.info();
            MigrationInfo current = known.current();
            return answer.withData("version", current == null ? "none" : String.valueOf(current.getVersion()))
                    .withData("missing", known.pending().length)
                    .status(current != null && !current.getState().isFailed() && known.pending().length == 0)
                    .build();
        } catch (FlywayException away) {
            return answer.withData("version", "unknown: the database does not answer")
                    .down()
                    .build();
        }
    }
}
