package io.provincelink.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.local.directory.DataDirectory;
import io.provincelink.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server, in a path with spaces. */
class PostgresServerTest {
    private static final List<String> DATABASES = List.of("agreements", "exchanges", "trade");

    @TempDir
    static Path directory;

    private static DataDirectory data;
    private static PostgresServer server;

    @BeforeAll
    static void start() throws IOException {
        data = DataDirectory.open(directory.resolve("my data"));
        Files.createDirectory(data.root().resolve("postgresql-dumps"));
        server = newServer();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
        assertThat(server.isRunning()).isFalse();
        data.close();
    }

    private static PostgresServer newServer() {
        return new PostgresServer(data, DATABASES, new Ports().free());
    }

    @Test
    void every_acknowledged_write_is_on_disk() throws SQLException {
        assertThat(query("show fsync")).isEqualTo("on");
        assertThat(query("show synchronous_commit")).isEqualTo("on");
        assertThat(query("show full_page_writes")).isEqualTo("on");
    }

    @Test
    void what_somebody_else_keeps_in_the_data_directory_is_left_alone() {
        assertThat(data.root().resolve("postgresql-dumps")).isDirectory();
    }

    @Test
    void databases_hold_every_script_and_sort_by_code_point() throws SQLException {
        assertThat(query("show server_encoding")).isEqualTo("UTF8");
        assertThat(query("select datcollate from pg_database where datname = current_database()"))
                .isEqualTo("C");
    }

    @Test
    void a_role_reaches_its_own_database_and_no_other() throws SQLException {
        for (String role : DATABASES) {
            for (String database : List.of("agreements", "exchanges", "trade", "postgres", "template1")) {
                if (role.equals(database)) {
                    server.connect(database, role, server.password(role)).close();
                } else {
                    assertThatThrownBy(() -> server.connect(database, role, server.password(role)))
                            .as("%s to %s", role, database)
                            .hasMessageContaining("permission denied for database");
                }
            }
        }
    }

    @Test
    void nobody_comes_in_without_the_right_password() {
        for (String role : List.of("trade", "postgres")) {
            assertThatThrownBy(() -> server.connect("trade", role, "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(DATABASES.stream().map(server::password).distinct()).hasSize(3);
    }

    @Test
    void nobody_outside_of_this_machine_reaches_the_port() throws IOException {
        try (Socket loopback = new Socket()) {
            loopback.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), server.port()), 2000);
        }
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, server.port()), 2000))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void what_was_written_survives_a_launcher_that_left_its_server_behind() throws SQLException {
        execute("create table kept (word text)");
        execute("insert into kept values ('Mèo Vạc 麻栗坡')");
        String identity = server.identity();

        PostgresServer next = newServer();
        assertThat(next.stopLeftover()).isTrue();
        assertThat(server.isRunning()).isFalse();
        next.start();
        server = next;

        assertThat(query("select word from kept")).isEqualTo("Mèo Vạc 麻栗坡");
        assertThat(server.identity()).isEqualTo(identity).matches("[0-9a-f]{16}");
    }

    @Test
    void passwords_of_other_data_are_named_as_the_reason() throws IOException {
        try (DataDirectory other = DataDirectory.open(directory.resolve("other"))) {
            Files.createSymbolicLink(
                    other.programs().resolve("postgresql-" + Binaries.version()),
                    data.programs().resolve("postgresql-" + Binaries.version()));
            PostgresServer first = new PostgresServer(other, DATABASES, new Ports().free());
            first.start();
            first.stop();
            Files.delete(other.secrets().resolve("database-passwords.properties"));

            PostgresServer second = new PostgresServer(other, DATABASES, new Ports().free());
            try {
                assertThatThrownBy(second::start).hasMessageContaining("bring the right file back");
            } finally {
                second.stop();
            }
        }
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = server.connect("trade", "trade", server.password("trade"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.connect("trade", "trade", server.password("trade"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
