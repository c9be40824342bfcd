package io.provincelink.local.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.provincelink.local.directory.DataDirectory;
import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.directory.LogFile;
import io.provincelink.local.directory.PrivateFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A PostgreSQL server on 127.0.0.1 whose data lives in a data directory. Every write is on disk before it is acknowledged. Everybody
 * needs a password, the superuser too, and there is no socket file beside the port.
 *
 * <p>The server's programs are run directly: a library made for tests would trust everybody, and would stop the server from a shutdown
 * hook of its own while the services still need it.
 */
public final class PostgresServer {
    static final String SUPERUSER = "postgres";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("max_wal_size", "512MB"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private final DataDirectory data;
    private final Path cluster;
    private final PostmasterFile postmaster;
    private final LogFile log;
    private final Passwords passwords;
    private final List<String> databases;
    private final Program program;
    private final int port;

    /**
     * Makes ready what the server needs, and does not start it yet.
     *
     * @param databases their names, which are also the names of the roles that own them
     * @param port on 127.0.0.1
     */
    public PostgresServer(DataDirectory data, List<String> databases, int port) {
        this.data = data;
        this.cluster = data.root().resolve("postgres");
        this.postmaster = new PostmasterFile(cluster);
        this.log = new LogFile(data.log().resolve("postgresql.log"));
        this.databases = List.copyOf(databases);
        this.port = port;
        List<String> roles = new ArrayList<>(databases);
        roles.add(SUPERUSER);
        this.passwords = Passwords.at(data.secrets().resolve("database-passwords.properties"), roles);
        this.program = new Program(Binaries.in(data.programs()));
    }

    /** For instance {@code 17.11}. */
    public String version() {
        return Binaries.version().replaceFirst("\\.0$", "");
    }

    public int port() {
        return port;
    }

    public LogFile log() {
        return log;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of the role that owns the database of the same name. */
    public String password(String database) {
        return passwords.of(database);
    }

    /**
     * Stops a server that outlived the launcher which had started it.
     *
     * @return whether there was one
     */
    public boolean stopLeftover() {
        boolean found = postmaster.server().isPresent();
        if (found) {
            stop();
        }
        try {
            postmaster.removeIfStale();
        } catch (IOException e) {
            throw new LaunchFailure("The file postmaster.pid in " + cluster + " cannot be removed.", e);
        }
        return found;
    }

    /**
     * Starts the server, for the first time also makes its data, and returns when every database can be used.
     *
     * @throws LaunchFailure with the end of its log
     */
    public void start() {
        if (!Files.exists(cluster)) {
            initialise();
        }
        requireSameMajorVersion();
        log.rotate();
        StringBuilder options = new StringBuilder("-p " + port);
        SETTINGS.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        Program.Result started = program.run(
                "pg_ctl",
                List.of(
                        "start",
                        "-w",
                        "-s",
                        "-t",
                        "300",
                        "-D",
                        cluster.toString(),
                        "-l",
                        log.path().toString(),
                        "-o",
                        options.toString()));
        if (!started.isSuccess()) {
            throw new LaunchFailure("PostgreSQL did not start; its log is " + log.path() + ":"
                    + (log.quoted().isEmpty() ? " " + started.output().strip() : log.quoted()));
        }
        makeDatabases();
    }

    /** A cluster gets its name when it is complete: one whose making was interrupted is made anew. */
    private void initialise() {
        Path unfinished = data.root().resolve("postgres.new");
        Path passwordFile = data.secrets().resolve("initdb-password");
        try {
            Binaries.delete(unfinished);
            PrivateFile.write(passwordFile, passwords.of(SUPERUSER) + "\n");
            Program.Result made = program.run(
                    "initdb",
                    List.of(
                            "-D",
                            unfinished.toString(),
                            "-U",
                            SUPERUSER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile",
                            passwordFile.toString(),
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--data-checksums"));
            if (!made.isSuccess()) {
                throw new LaunchFailure("PostgreSQL cannot make its data in " + data.root() + ": "
                        + made.output().strip());
            }
            Files.move(unfinished, cluster, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "PostgreSQL's data cannot be made in " + data.root() + ": " + e.getMessage() + ".", e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    private void requireSameMajorVersion() {
        String major = PrivateFile.read(cluster.resolve("PG_VERSION")).strip();
        if (!Binaries.version().startsWith(major + ".")) {
            throw new LaunchFailure("The data in " + cluster + " was written by PostgreSQL " + major
                    + " and cannot be read by " + version() + ": choose another directory with --data DIR.");
        }
    }

    private void makeDatabases() {
        try (Connection connection = connect("postgres", SUPERUSER, passwords.of(SUPERUSER))) {
            new Databases(connection).make(databases, passwords);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new LaunchFailure(
                        "The database passwords in " + data.secrets() + " are not those of the data in " + cluster
                                + ": bring the right file back.",
                        e);
            }
            throw new LaunchFailure("The databases cannot be made: " + e.getMessage() + ".", e);
        }
    }

    Connection connect(String database, String role, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        return new org.postgresql.Driver().connect(jdbcUrl(database), properties);
    }

    /**
     * The number that PostgreSQL gave this data when it was made.
     *
     * @return 16 hexadecimal digits: others after the data was thrown away and made anew
     */
    public String identity() {
        try (DataInputStream control =
                new DataInputStream(Files.newInputStream(cluster.resolve("global/pg_control")))) {
            return HexFormat.of().toHexDigits(control.readLong());
        } catch (IOException e) {
            throw new LaunchFailure(
                    "PostgreSQL's data in " + cluster + " is damaged: global/pg_control is missing.", e);
        }
    }

    public boolean isRunning() {
        return postmaster.server().isPresent();
    }

    /** Stops the server without waiting for its clients; their open transactions are rolled back. Does nothing if it is not running. */
    public void stop() {
        if (!isRunning()) {
            return;
        }
        Program.Result stopped = stop("fast", 20);
        if (!stopped.isSuccess() && isRunning()) {
            // The data is safe: the next start replays the log.
            stop("immediate", 10);
        }
    }

    private Program.Result stop(String mode, int seconds) {
        return program.run(
                "pg_ctl",
                List.of("stop", "-w", "-s", "-m", mode, "-t", Integer.toString(seconds), "-D", cluster.toString()));
    }
}
