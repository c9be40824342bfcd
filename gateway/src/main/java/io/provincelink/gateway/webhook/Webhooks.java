package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.Text;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All webhooks. What is not of the caller's unit, or of one that it succeeded, does not exist for the caller. */
@Singleton
class Webhooks {

    private static final String SELECT = """
            select id, version, unit, made_on, url, types, region, description, state, created_at, changed_at,
                   case when previous_until > ? then previous_until end as previous_until, failing_since
              from webhook
            """;

    private static final String INSERT = """
            insert into webhook (id, version, unit, made_on, url, types, region, description, state, created_at, changed_at,
                                 secret, cursor, heads, read_again_at)
            values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE = """
            update webhook
               set version = version + 1, url = ?, types = ?, region = ?, description = ?, state = ?, changed_at = ?,
                   heads = '', read_again_at = ?, rest_until = null
             where id = ?
            """;

    private static final String MORE_TIME =
            "update delivery set give_up_at = ? where webhook = ? and status = 'PENDING'";

    private static final String ROTATE = """
            update webhook
               set version = version + 1, previous_secret = secret, previous_until = ?, secret = ?, changed_at = ?
             where id = ?
            """;

    private final ObjectMapper json;
    private final Today today;
    private final Seal seal;
    private final WebhookSettings settings;

    Webhooks(ObjectMapper json, Today today, Seal seal, WebhookSettings settings) {
        this.json = json;
        this.today = today;
        this.seal = seal;
        this.settings = settings;
    }

    /** A webhook with its new secret. */
    record WithSecret(Webhook webhook, Secret secret) {}

    /**
     * Keeps a new one for the caller's unit.
     *
     * @param begin place in the feed behind which changes are sent
     * @throws ProblemException 409 when the unit has too many
     */
    WithSecret register(Connection connection, Caller caller, WebhookDraft draft, String begin) throws SQLException {
        String unit = unit(caller);
        requireRoom(connection, unit);
        UUID id = Generators.timeBasedEpochGenerator().generate();
        Secret secret = Secret.make();
        Timestamp now = Timestamp.from(today.now());
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            statement.setString(2, unit);
            statement.setObject(3, day(caller));
            terms(statement, 4, draft);
            statement.setString(8, state(draft).name());
            statement.setTimestamp(9, now);
            statement.setTimestamp(10, now);
            statement.setBytes(11, seal.close(secret.bytes(), id.toString()));
            statement.setString(12, begin);
            statement.setString(13, "");
            statement.setTimestamp(14, now);
            statement.executeUpdate();
        }
        return new WithSecret(one(connection, caller, id.toString(), false), secret);
    }

    private void requireRoom(Connection connection, String unit) throws SQLException {
        // those who come at once are counted one after the other
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtext('webhooks of ' || ?))")) {
            lock.setString(1, unit);
            lock.execute();
        }
        try (PreparedStatement count = connection.prepareStatement("select count(*) from webhook where unit = ?")) {
            count.setString(1, unit);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                if (row.getLong(1) >= settings.mostPerUnit()) {
                    throw ProblemException.of(WebhookProblem.TOO_MANY_WEBHOOKS, settings.mostPerUnit());
                }
            }
        }
    }

    /** The caller's, the newest first, one more than the page shows if there are more. */
    List<Webhook> list(Connection connection, Caller caller, PageRequest page) throws SQLException {
        String after = page.after();
        String sql = SELECT + " where unit = any (?) and (? or id < ?::uuid) order by id desc";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(today.now()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            caller.regions().withPredecessors(unit(caller)).toArray()));
            statement.setBoolean(3, after == null);
            statement.setString(4, after == null ? new UUID(0, 0).toString() : place(after));
            List<Webhook> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next() && found.size() < page.fetch()) {
                    Webhook hook = webhook(rows);
                    if (hook.owner().is(caller)) {
                        found.add(hook);
                    }
                }
            }
            return found;
        }
    }

    /**
     * @param change whether it is about to be changed, and is kept from others until the end of the transaction
     * @throws ProblemException 404 when there is none, or not for this caller
     */
    Webhook one(Connection connection, Caller caller, String id, boolean change) throws SQLException {
        String sql = SELECT + " where id = ?" + (change ? " for update" : "");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(today.now()));
            statement.setObject(2, uuid(id));
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    Webhook hook = webhook(row);
                    if (hook.owner().is(caller)) {
                        return hook;
                    }
                }
                throw ProblemException.notFound();
            }
        }
    }

    Webhook change(Connection connection, Caller caller, Webhook hook, WebhookDraft draft) throws SQLException {
        Timestamp now = Timestamp.from(today.now());
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            terms(statement, 1, draft);
            statement.setString(5, state(hook, draft).name());
            statement.setTimestamp(6, now);
            statement.setTimestamp(7, now);
            statement.setObject(8, hook.id());
            statement.executeUpdate();
        }
        if (draft.isActive() && hook.state() != WebhookState.ACTIVE) {
            giveMoreTime(connection, hook);
        }
        return one(connection, caller, hook.id().toString(), false);
    }

    /** What waited while nothing was sent is tried for as long as what comes now. */
    private void giveMoreTime(Connection connection, Webhook hook) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MORE_TIME)) {
            statement.setTimestamp(
                    1, Timestamp.from(today.now().plus(settings.retries().giveUpAfter())));
            statement.setObject(2, hook.id());
            statement.executeUpdate();
        }
    }

    /** Gives it a new secret; the present one goes on signing for a while. */
    WithSecret rotate(Connection connection, Caller caller, Webhook hook) throws SQLException {
        Secret secret = Secret.make();
        Instant now = today.now();
        try (PreparedStatement statement = connection.prepareStatement(ROTATE)) {
            statement.setTimestamp(1, Timestamp.from(now.plus(settings.rotation())));
            statement.setBytes(2, seal.close(secret.bytes(), hook.id().toString()));
            statement.setTimestamp(3, Timestamp.from(now));
            statement.setObject(4, hook.id());
            statement.executeUpdate();
        }
        return new WithSecret(one(connection, caller, hook.id().toString(), false), secret);
    }

    /** Takes it back to a place in the feed. */
    void replay(Connection connection, Webhook hook, String cursor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update webhook set cursor = ?, heads = '', read_again_at = ? where id = ?")) {
            statement.setString(1, cursor);
            statement.setTimestamp(2, Timestamp.from(today.now()));
            statement.setObject(3, hook.id());
            statement.executeUpdate();
        }
    }

    void delete(Connection connection, Webhook hook) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from webhook where id = ?")) {
            statement.setObject(1, hook.id());
            statement.executeUpdate();
        }
    }

    /** A day on which the code meant the unit: today, or the last one of a unit that was closed. */
    private static LocalDate day(Caller caller) {
        LocalDate last = caller.unit() == null ? null : caller.unit().validTo();
        return last != null && last.isBefore(caller.today()) ? last : caller.today();
    }

    /** Why it is off stays known until it is on again. */
    private static WebhookState state(Webhook hook, WebhookDraft draft) {
        boolean staysDisabled = hook.state() == WebhookState.DISABLED && !draft.isActive();
        return staysDisabled ? WebhookState.DISABLED : state(draft);
    }

    private static WebhookState state(WebhookDraft draft) {
        return draft.isActive() ? WebhookState.ACTIVE : WebhookState.PAUSED;
    }

    private static String unit(Caller caller) {
        if (caller.unit() == null) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
        return caller.unit().code();
    }

    private static String place(String key) {
        try {
            return UUID.fromString(key).toString();
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw ProblemException.notFound();
        }
    }

    private void terms(PreparedStatement statement, int first, WebhookDraft draft) throws SQLException {
        List<String> types = draft.wanted().stream().map(Enum::name).toList();
        statement.setString(first, draft.url());
        statement.setArray(first + 1, statement.getConnection().createArrayOf("varchar", types.toArray()));
        statement.setString(first + 2, draft.region());
        statement.setString(first + 3, draft.description() == null ? null : written(draft.description()));
    }

    private Webhook webhook(ResultSet row) throws SQLException {
        WebhookState state = WebhookState.valueOf(row.getString("state"));
        List<String> types = List.of((String[]) row.getArray("types").getArray());
        WebhookDraft terms = new WebhookDraft(
                row.getString("url"),
                types.isEmpty() ? null : types,
                row.getString("region"),
                text(row.getString("description")),
                state == WebhookState.ACTIVE);
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new Webhook.Owner(row.getString("unit"), row.getObject("made_on", LocalDate.class)),
                terms,
                state,
                new Webhook.Times(
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("changed_at").toInstant(),
                        instant(row, "previous_until"),
                        instant(row, "failing_since")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private String written(Text text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Text text(@Nullable String written) {
        try {
            return written == null ? null : json.readValue(written, Text.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}
