package io.provincelink.trade.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.trade.load.file.RowError;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The errors of loads that are kept. Whoever sees the load sees them; that is asked of {@link TradeLoads} first. */
@Singleton
class LoadErrors implements ScopedRepository {

    private static final String INSERT = """
            insert into trade_load_error (load, number, line, column_name, code, arguments, value)
            values (?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private static final int BATCH = 500;

    private final RecordStore store;
    private final ObjectMapper json;

    LoadErrors(RecordStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /** One kept error, and its place among them. */
    record Kept(int number, RowError error) {

        RowErrorView in(Locale language) {
            String column = error.column();
            String pointer = column == null ? "" : column;
            return new RowErrorView(
                    error.line(),
                    column,
                    error.code(),
                    Fault.at(pointer, error.code(), error.arguments())
                            .in(language)
                            .message(),
                    error.value());
        }
    }

    void keep(Caller caller, UUID load, List<RowError> errors) {
        session().doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (int i = 0; i < errors.size(); i++) {
                    RowError error = errors.get(i);
                    insert.setObject(1, load);
                    insert.setInt(2, i);
                    insert.setLong(3, error.line());
                    insert.setString(4, error.column());
                    insert.setString(5, error.code());
                    insert.setString(6, write(error.arguments()));
                    insert.setString(
                            7, error.value() == null ? null : error.value().replace("\0", "\uFFFD"));
                    insert.addBatch();
                    if (i % BATCH == BATCH - 1 || i == errors.size() - 1) {
                        insert.executeBatch();
                    }
                }
            }
        });
    }

    /** One page in the order of lines, and one error more if there is a next page. */
    List<Kept> list(Caller caller, UUID load, PageRequest page) {
        NativeQuery<Object[]> query = session()
                .createNativeQuery(
                        "select number, line, column_name, code, cast(arguments as text), value from trade_load_error"
                                + " where load = :load and number > :after order by number",
                        Object[].class)
                .setParameter("load", load)
                .setParameter("after", after(page));
        return query.setMaxResults(page.fetch()).getResultList().stream()
                .map(this::kept)
                .toList();
    }

    private static int after(PageRequest page) {
        String key = page.after();
        try {
            return key == null ? -1 : Integer.parseInt(key);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }

    private Kept kept(Object[] row) {
        RowError error = new RowError(
                (Long) row[1], (String) row[2], (String) row[3], (String) row[5], arguments((String) row[4]));
        return new Kept((Integer) row[0], error);
    }

    private String write(Object[] arguments) {
        // days and codes stand in texts as they are; numbers stay numbers, since a text may depend on how many there
        // are
        Object[] plain = Arrays.stream(arguments)
                .map(argument -> argument instanceof Number ? argument : String.valueOf(argument))
                .toArray();
        try {
            return json.writeValueAsString(plain);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalStateException(notSerializable);
        }
    }

    private Object[] arguments(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Object>>() {}).toArray();
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
