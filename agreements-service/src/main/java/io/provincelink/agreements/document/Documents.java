package io.provincelink.agreements.document;

import io.provincelink.agreements.agreement.Agreement;
import io.provincelink.agreements.agreement.FiledDocument;
import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The bytes and the texts of documents. Who may read the agreement reads its documents, and nobody else: each question names the
 * agreement's readers. Written only together with the agreement's own row, whose lock and rules decide who may.
 */
@Singleton
public class Documents implements ScopedRepository {

    /** How much of a file is in memory at a time. */
    static final int PIECE = 256 * 1024;

    private static final String ADD_PIECE =
            "insert into document_chunk (agreement, document, version, part, bytes) values (?, ?, ?, ?, ?)";
    private static final String ADD_TEXT =
            "insert into document_text (agreement, document, version, articles) values (?, ?, ?, ?::jsonb)";
    private static final String FIND_PIECE = """
            select c.bytes from document_chunk c join agreement a on a.id = c.agreement
             where c.document = ? and c.version = ? and c.part = ? and a.id = ? and a.readers && ?
            """;
    private static final String FIND_TEXT = """
            select cast(t.articles as text) from document_text t join agreement a on a.id = t.agreement
             where t.document = :document and t.version = :version
               and a.id = :agreement and a.readers && cast(:scope as varchar[])
            """;

    private final RecordStore store;

    public Documents(RecordStore store) {
        this.store = store;
    }

    /** Names one version of one document. */
    record Key(UUID agreement, UUID document, int version) {
        static Key of(Agreement agreement, FiledDocument document, int version) {
            return new Key(agreement.id(), document.id(), version);
        }
    }

    /** Within the transaction that writes the agreement. */
    @SuppressWarnings("unused") // the caller's right to write has been checked with the agreement
    void add(Caller caller, Key key, Upload upload) {
        session().doWork(connection -> {
            try {
                addPieces(connection, key, upload);
                if (Files.exists(upload.articles())) {
                    addText(connection, key, Files.readString(upload.articles()));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static void addPieces(Connection connection, Key key, Upload upload) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(upload.file());
                PreparedStatement statement = prepare(connection, ADD_PIECE, key)) {
            int part = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                statement.setInt(4, part++);
                statement.setBytes(5, piece);
                statement.executeUpdate();
            }
        }
    }

    private static void addText(Connection connection, Key key, String articles) throws SQLException {
        try (PreparedStatement statement = prepare(connection, ADD_TEXT, key)) {
            statement.setString(4, articles);
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Key key) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setObject(1, key.agreement());
        statement.setObject(2, key.document());
        statement.setInt(3, key.version());
        return statement;
    }

    /** One piece of a file; empty when there is none that the caller may see (any more). */
    Optional<byte[]> piece(Caller caller, Key key, int part) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND_PIECE)) {
                statement.setObject(1, key.document());
                statement.setInt(2, key.version());
                statement.setInt(3, part);
                statement.setObject(4, key.agreement());
                statement.setArray(
                        5, connection.createArrayOf("varchar", caller.scope().toArray()));
                try (ResultSet found = statement.executeQuery()) {
                    return found.next() ? Optional.of(found.getBytes(1)) : Optional.<byte[]>empty();
                }
            }
        });
    }

    /** The articles as JSON. */
    Optional<String> text(Caller caller, Key key) {
        return session()
                .createNativeQuery(FIND_TEXT, String.class)
                .setParameter("agreement", key.agreement())
                .setParameter("document", key.document())
                .setParameter("version", key.version())
                .setParameter("scope", scope(caller))
                .uniqueResultOptional();
    }

    /** As PostgreSQL writes an array; the keys are codes of regions and letters of levels. */
    private static String scope(Caller caller) {
        return "{"
                + String.join(
                        ",", caller.scope().stream().map(key -> '"' + key + '"').toList()) + "}";
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
