package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.gateway.store.Store;
import io.provincelink.kit.time.Today;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Messages that are due, and what becomes of them. */
@Singleton
class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);

    // Of each webhook some, of one whose receiver fails a single one. What is taken is due again after the lease, in
    // case nobody comes to an end with it; several instances take different ones.
    private static final String TAKE = """
            with picked as (
              select * from (
                select w.id as webhook, d.id, w.url, w.secret, w.previous_secret, w.previous_until, w.failing_since,
                       row_number() over (partition by w.id order by d.try_at, d.number) as place
                  from webhook w
                 cross join lateral (select id, try_at, number from delivery
                                      where webhook = w.id and status = 'PENDING' and try_at <= ?
                                      order by try_at, number limit ? for update skip locked) d
                 where w.state = 'ACTIVE' and w.id <> all (?) and (w.rest_until is null or w.rest_until <= ?)) due
               where failing_since is null or place = 1
               limit ?)
            update delivery d set try_at = ?
              from picked p
             where d.webhook = p.webhook and d.id = p.id
            returning d.webhook, d.id, d.body, d.sending, d.tries, d.give_up_at,
                      p.url, p.secret, p.previous_secret, p.previous_until, p.failing_since
            """;

    private static final String NOTE = """
            update delivery
               set status = ?, try_at = ?, tries = tries + 1, finished_at = ?,
                   attempts = case when jsonb_array_length(attempts) < 50 then attempts else attempts - 0 end || ?::jsonb
             where webhook = ? and id = ? and sending = ? and status = 'PENDING'
            """;

    // What an address answered says nothing of the one that took its place meanwhile.
    private static final String OF_THE_SAME_ADDRESS = " where id = ? and url = ?";

    // Who asked for a longer rest has it, whatever comes of what was on its way together with that.
    private static final String FAILS =
            "update webhook set failing_since = coalesce(failing_since, ?), rest_until = greatest(rest_until, ?)"
                    + OF_THE_SAME_ADDRESS;

    private static final String RECOVERED =
            "update webhook set failing_since = null, rest_until = null" + OF_THE_SAME_ADDRESS;

    // Whoever is back is not kept waiting for what failed before.
    private static final String BRING_FORWARD =
            "update delivery set try_at = ? where webhook = ? and status = 'PENDING' and tries > 0 and try_at > ?";

    private static final String DISABLE = """
            update webhook set state = 'DISABLED', version = version + 1, changed_at = ?
             where id = ? and url = ? and state = 'ACTIVE'
            """;

    private final Store store;
    private final Seal seal;
    private final Today today;
    private final ObjectMapper json;
    private final WebhookSettings settings;

    Outbox(Store store, Seal seal, Today today, ObjectMapper json, WebhookSettings settings) {
        this.store = store;
        this.seal = seal;
        this.today = today;
        this.json = json;
        this.settings = settings;
    }

    /**
     * A message to be sent now.
     *
     * @param sending counts up each time that somebody wants it sent anew
     * @param tries how often it was tried before
     * @param failing whether its receiver took nothing the last time
     * @param secrets with which it is signed
     */
    record Parcel(
            UUID webhook,
            Message message,
            String url,
            int sending,
            int tries,
            Instant giveUpAt,
            boolean failing,
            List<Secret> secrets) {}

    /**
     * Takes messages that are due.
     *
     * @param busy webhooks to which something is on its way already
     */
    List<Parcel> take(Collection<UUID> busy, int most) {
        return store.transaction(connection -> {
            Instant now = today.now();
            try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
                statement.setTimestamp(1, Timestamp.from(now));
                statement.setInt(2, settings.atOnceEach());
                statement.setArray(3, connection.createArrayOf("uuid", busy.toArray()));
                statement.setTimestamp(4, Timestamp.from(now));
                statement.setInt(5, most);
                statement.setTimestamp(6, Timestamp.from(now.plus(settings.lease())));
                List<Parcel> taken = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        parcel(rows, now).ifPresent(taken::add);
                    }
                }
                return taken;
            }
        });
    }

    /** Nothing where its secret cannot be read: it is tried again after the lease, and holds up nobody else. */
    private Optional<Parcel> parcel(ResultSet row, Instant now) throws SQLException {
        UUID webhook = row.getObject("webhook", UUID.class);
        List<Secret> secrets = new ArrayList<>();
        Optional<Secret> present = secret(row.getBytes("secret"), webhook);
        if (present.isEmpty()) {
            return Optional.empty();
        }
        secrets.add(present.get());
        Instant until = Webhooks.instant(row, "previous_until");
        if (until != null && until.isAfter(now)) {
            secret(row.getBytes("previous_secret"), webhook).ifPresent(secrets::add);
        }
        return Optional.of(new Parcel(
                webhook,
                new Message(row.getString("id"), "", null, row.getString("body")),
                row.getString("url"),
                row.getInt("sending"),
                row.getInt("tries"),
                row.getTimestamp("give_up_at").toInstant(),
                row.getTimestamp("failing_since") != null,
                secrets));
    }

    private Optional<Secret> secret(byte[] sealed, UUID webhook) {
        try {
            return Optional.of(new Secret(seal.open(sealed, webhook.toString())));
        } catch (IllegalStateException otherKey) {
            LOG.errorf("a secret of webhook %s cannot be read: %s", webhook, otherKey.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps what came of an attempt. */
    void note(Parcel parcel, Attempt attempt) {
        Instant now = today.now();
        Instant rest = restUntil(attempt, now);
        Instant pause = now.plus(Backoff.after(parcel.tries() + 1, settings.retries()));
        Instant next = rest != null && rest.isAfter(pause) ? rest : pause;
        boolean over = attempt.saysGone() || next.isAfter(parcel.giveUpAt());
        DeliveryStatus status =
                attempt.succeeded() ? DeliveryStatus.DELIVERED : over ? DeliveryStatus.DEAD : DeliveryStatus.PENDING;
        store.transaction(connection -> {
            // the webhook before its messages, as everywhere, or two could wait for each other
            judge(connection, parcel, attempt, Timestamp.from(now), rest == null ? null : Timestamp.from(rest));
            update(
                    connection,
                    NOTE,
                    status.name(),
                    Timestamp.from(next),
                    status == DeliveryStatus.PENDING ? null : Timestamp.from(now),
                    written(attempt),
                    parcel.webhook(),
                    parcel.message().id(),
                    parcel.sending());
            return status;
        });
    }

    /** Until when its receiver asks to be left alone, as far as that is heard; null where it does not. */
    private @Nullable Instant restUntil(Attempt attempt, Instant now) {
        Long asked = attempt.retryAfterSeconds();
        return asked == null
                ? null
                : now.plusSeconds(
                        Math.min(asked, settings.retries().longestRest().toSeconds()));
    }

    /** What the attempt tells of the receiver. */
    private static void judge(
            Connection connection, Parcel parcel, Attempt attempt, Timestamp now, @Nullable Timestamp restUntil)
            throws SQLException {
        if (attempt.saysGone()) {
            update(connection, DISABLE, now, parcel.webhook(), parcel.url());
        } else if (!attempt.succeeded()) {
            update(connection, FAILS, now, restUntil, parcel.webhook(), parcel.url());
        } else if (parcel.failing()) {
            update(connection, RECOVERED, parcel.webhook(), parcel.url());
            update(connection, BRING_FORWARD, now, parcel.webhook(), now);
        }
    }

    private static void update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private String written(Attempt attempt) {
        try {
            return json.writeValueAsString(List.of(attempt));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
