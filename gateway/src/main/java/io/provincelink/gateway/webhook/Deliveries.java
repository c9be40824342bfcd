package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages of a webhook that its caller was found to own. */
@Singleton
class Deliveries {

    private static final String SELECT = """
            select number, id, event, subject, status, created_at, try_at, attempts from delivery where webhook = ?
            """;

    // What is sent anew is a message like any other. Its new sending counts also while an earlier one is on its way, or
    // what comes of that one would end it.
    private static final String ADD = """
            insert into delivery (webhook, id, event, subject, body, status, created_at, try_at, give_up_at)
            values (?, ?, ?, ?, ?, 'PENDING', ?, ?, ?)
            on conflict (webhook, id) do update
               set status = 'PENDING', try_at = excluded.try_at, give_up_at = excluded.give_up_at, tries = 0,
                   sending = delivery.sending + 1, finished_at = null
            """;

    private static final String AGAIN = """
            update delivery
               set status = 'PENDING', try_at = ?, give_up_at = ?, tries = 0, sending = sending + 1, finished_at = null
             where webhook = ? and id = ?
            """;

    private final ObjectMapper json;
    private final Today today;
    private final WebhookSettings settings;

    Deliveries(ObjectMapper json, Today today, WebhookSettings settings) {
        this.json = json;
        this.today = today;
        this.settings = settings;
    }

    /** A message with its place in the log. */
    record Logged(long number, DeliveryView view) {}

    void add(Connection connection, UUID webhook, List<Message> messages) throws SQLException {
        Instant now = today.now();
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            for (Message message : messages) {
                statement.setObject(1, webhook);
                statement.setString(2, message.id());
                statement.setString(3, message.event());
                statement.setString(4, message.subject());
                statement.setString(5, message.body());
                statement.setTimestamp(6, Timestamp.from(now));
                statement.setTimestamp(7, Timestamp.from(now));
                statement.setTimestamp(8, giveUp(now));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Sends a message now, whatever became of it before. */
    DeliveryView again(Connection connection, UUID webhook, String id) throws SQLException {
        Instant now = today.now();
        try (PreparedStatement statement = connection.prepareStatement(AGAIN)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setTimestamp(2, giveUp(now));
            statement.setObject(3, webhook);
            statement.setString(4, id);
            statement.executeUpdate();
        }
        return one(connection, webhook, id);
    }

    private Timestamp giveUp(Instant now) {
        return Timestamp.from(now.plus(settings.retries().giveUpAfter()));
    }

    /** @throws ProblemException 404 when there is none */
    DeliveryView one(Connection connection, UUID webhook, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + " and id = ?")) {
            statement.setObject(1, webhook);
            statement.setString(2, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw ProblemException.notFound();
                }
                return logged(row).view();
            }
        }
    }

    /** The newest first, one more than the page shows if there are more. */
    List<Logged> log(Connection connection, UUID webhook, DeliveryQuery query) throws SQLException {
        String sql = SELECT + " and number < ? and (? or status = ?) order by number desc limit ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, webhook);
            statement.setLong(2, place(query.after()));
            statement.setBoolean(3, query.status == null);
            statement.setString(4, query.status == null ? "" : query.status.name());
            statement.setInt(5, query.fetch());
            List<Logged> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(logged(rows));
                }
            }
            return found;
        }
    }

    private static long place(@Nullable String key) {
        try {
            return key == null ? Long.MAX_VALUE : Long.parseLong(key);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }

    private Logged logged(ResultSet row) throws SQLException {
        DeliveryStatus status = DeliveryStatus.valueOf(row.getString("status"));
        DeliveryView view = new DeliveryView(
                row.getString("id"),
                row.getString("event"),
                row.getString("subject"),
                status,
                row.getTimestamp("created_at").toInstant(),
                status == DeliveryStatus.PENDING ? row.getTimestamp("try_at").toInstant() : null,
                attempts(row.getString("attempts")));
        return new Logged(row.getLong("number"), view);
    }

    private List<Attempt> attempts(String written) {
        try {
            return json.readValue(written, new TypeReference<>() {});
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}
