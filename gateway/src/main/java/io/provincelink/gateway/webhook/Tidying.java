package io.provincelink.gateway.webhook;

import io.provincelink.gateway.store.Store;
import io.provincelink.kit.time.Today;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** Removes what nobody asks for any more, once an hour. */
@Singleton
class Tidying {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Store store;
    private final Today today;
    private final WebhookSettings settings;
    private Instant last = Instant.EPOCH;

    Tidying(Store store, Today today, WebhookSettings settings) {
        this.store = store;
        this.today = today;
        this.settings = settings;
    }

    void tidy() {
        Instant now = today.now();
        if (now.isBefore(last.plus(PAUSE))) {
            return;
        }
        last = now;
        store.transaction(connection -> {
            remove(
                    connection,
                    "delete from delivery where status = 'DELIVERED' and finished_at < ?",
                    now.minus(settings.keepDelivered()));
            remove(
                    connection,
                    "delete from delivery where status = 'DEAD' and finished_at < ?",
                    now.minus(settings.keepDead()));
            remove(connection, "delete from idempotency_key where at < ?", now.minus(KeptAnswers.KEPT));
            remove(
                    connection,
                    "update webhook set previous_secret = null, previous_until = null where previous_until < ?",
                    now);
            return now;
        });
    }

    private static void remove(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.executeUpdate();
        }
    }
}
