package io.provincelink.gateway.health;

import io.provincelink.gateway.store.Store;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says since when the oldest message to a webhook waits. A receiver that takes nothing is not the gateway's illness; messages that are
 * due and that nobody sends are.
 */
@Wellness
@ApplicationScoped
class WebhookHealth implements HealthCheck {

    private static final Duration LATE = Duration.ofMinutes(5);

    private static final String WAITING = """
            select count(*), min(d.created_at),
                   min(d.try_at) filter (where w.failing_since is null and (w.rest_until is null or w.rest_until <= ?))
              from webhook w join delivery d on d.webhook = w.id and d.status = 'PENDING'
             where w.state = 'ACTIVE'
            """;

    private final Store store;
    private final Today today;

    WebhookHealth(Store store, Today today) {
        this.store = store;
        this.today = today;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("webhooks");
        if (!store.isWanted()) {
            return answer.withData("configured", false).up().build();
        }
        try {
            return store.transaction(this::check);
        } catch (ProblemException away) {
            return answer.withData("waiting", "unknown: the database does not answer")
                    .down()
                    .build();
        }
    }

    private HealthCheckResponse check(Connection connection) throws SQLException {
        Instant now = today.now();
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setTimestamp(1, Timestamp.from(now));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Timestamp oldest = row.getTimestamp(2);
                Timestamp due = row.getTimestamp(3);
                return HealthCheckResponse.named("webhooks")
                        .withData("waiting", row.getLong(1))
                        .withData(
                                "oldest of",
                                oldest == null ? "none" : oldest.toInstant().toString())
                        .withData(
                                "next due",
                                due == null ? "none" : due.toInstant().toString())
                        .status(due == null || due.toInstant().isAfter(now.minus(LATE)))
                        .build();
            }
        }
    }
}
