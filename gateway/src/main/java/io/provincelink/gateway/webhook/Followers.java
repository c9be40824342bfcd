package io.provincelink.gateway.webhook;

import io.provincelink.gateway.feed.Question;
import io.provincelink.gateway.feed.RecordType;
import io.provincelink.gateway.store.Store;
import io.provincelink.kit.time.Today;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhooks as readers of the feed: how far each has come, and whose turn it is. */
@Singleton
class Followers {

    private static final int AT_ONCE = 8;

    private static final String ANY = "select exists (select from webhook where state = 'ACTIVE')";

    // Several instances take different ones; what one of them took and did not come to an end with is anybody's after
    // the lease.
    private static final String TAKE = """
            update webhook set read_again_at = ?
             where id in (select id from webhook
                           where state = 'ACTIVE' and read_again_at <= ? and heads <> ?
                           order by read_again_at limit ? for update skip locked)
            returning id, version, unit, cursor, types, region
            """;

    // What its owner changes meanwhile counts from there on: whoever reads by the old terms stops.
    private static final String AS_IT_WAS = " where id = ? and cursor = ? and version = ?";

    private static final String ADVANCE = "update webhook set cursor = ?, read_again_at = ?" + AS_IT_WAS;
    private static final String REST = "update webhook set heads = ?, read_again_at = ?" + AS_IT_WAS;

    private final Store store;
    private final Deliveries deliveries;
    private final Today today;
    private final WebhookSettings settings;

    Followers(Store store, Deliveries deliveries, Today today, WebhookSettings settings) {
        this.store = store;
        this.deliveries = deliveries;
        this.today = today;
        this.settings = settings;
    }

    /** @param cursor behind which its next changes are */
    record Follower(UUID webhook, long version, String unit, String cursor, Question.Filter filter) {

        Follower at(String place) {
            return new Follower(webhook, version, unit, place, filter);
        }
    }

    /** Whether anybody is to be sent anything. */
    boolean areThere() {
        return store.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ANY);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    /** Takes some that have not read up to these ends of the logs, for as long as the lease is. */
    List<Follower> take(String ends) {
        return store.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
                statement.setTimestamp(1, in(settings.lease()));
                statement.setTimestamp(2, in(Duration.ZERO));
                statement.setString(3, ends);
                statement.setInt(4, AT_ONCE);
                List<Follower> taken = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taken.add(follower(rows));
                    }
                }
                return taken;
            }
        });
    }

    private static Follower follower(ResultSet row) throws SQLException {
        List<RecordType> types = Arrays.stream((String[]) row.getArray("types").getArray())
                .flatMap(name -> RecordType.named(name).stream())
                .toList();
        return new Follower(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("unit"),
                row.getString("cursor"),
                new Question.Filter(types, row.getString("region"), false));
    }

    /**
     * Goes on to a place and keeps what is to be sent of what lies before it: both, or neither.
     *
     * @return the follower there; null when somebody else has moved it meanwhile
     */
    @Nullable
    Follower advance(Follower follower, String place, List<Message> messages) {
        return store.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
                statement.setString(1, place);
                statement.setTimestamp(2, in(settings.lease()));
                statement.setObject(3, follower.webhook());
                statement.setString(4, follower.cursor());
                statement.setLong(5, follower.version());
                if (statement.executeUpdate() == 0) {
                    return null;
                }
            }
            deliveries.add(connection, follower.webhook(), messages);
            return follower.at(place);
        });
    }

    /** It has read everything up to these ends. */
    void hasRead(Follower follower, String ends) {
        rest(follower, ends, Duration.ZERO);
    }

    /** It could not read everything. */
    void failed(Follower follower) {
        rest(follower, "", settings.afterFailure());
    }

    private void rest(Follower follower, String ends, Duration pause) {
        store.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REST)) {
                statement.setString(1, ends);
                statement.setTimestamp(2, in(pause));
                statement.setObject(3, follower.webhook());
                statement.setString(4, follower.cursor());
                statement.setLong(5, follower.version());
                return statement.executeUpdate();
            }
        });
    }

    private Timestamp in(Duration pause) {
        return Timestamp.from(today.now().plus(pause));
    }
}
