package io.provincelink.agreements.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody waits for any more ends in the database too. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DeadlineTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    DataSource database;

    @AfterEach
    void end() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "select pg_cancel_backend(pid) from pg_stat_activity where query like '%pg_sleep(20)%' and pid <> pg_backend_pid()");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/slow-questions", "/api/v1/slow-questions/in-a-transaction"})
    void a_question_is_given_up_when_its_time_is_over(String path) throws Exception {
        long asked = System.nanoTime();
        var answer = Api.unchecked().with("Provincelink-Timeout", "400").get(path);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SOON);
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:timeout");
        assertThat(sleeping()).isZero();
        // the connection is as good as new
        for (int i = 0; i < 20; i++) {
            Api.unchecked()
                    .with("Provincelink-Timeout", "5000")
                    .get("/api/v1/programmes")
                    .expect(200);
        }
    }

    @Test
    void a_question_whose_reader_hung_up_is_given_up() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/slow-questions HTTP/1.1\r\nHost: x\r\nProvincelink-Timeout: 30000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            await(1);
        }
        await(0);
    }

    @Test
    void without_a_deadline_nothing_is_given_up() throws IOException, InterruptedException, SQLException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/slow-questions HTTP/1.1\r\nHost: x\r\nProvincelink-Timeout: soon\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            await(1);
            Thread.sleep(700);
            assertThat(sleeping()).isOne();
        }
    }

    @Test
    void the_time_that_a_body_takes_is_not_the_services() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            send(
                    socket,
                    "POST /api/v1/slow-questions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nProvincelink-Timeout: 300\r\n"
                            + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\na");
            Thread.sleep(1_500);
            send(socket, "b");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200").contains("\"all\"");
        }
    }

    @Test
    void an_answer_that_has_begun_takes_its_time() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            send(
                    socket,
                    "GET /api/v1/slow-questions/in-an-answer HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "Provincelink-Timeout: 300\r\n\r\n");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200").endsWith("0\r\n\r\n");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void await(int wanted) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (sleeping() != wanted && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(sleeping()).isEqualTo(wanted);
    }

    private int sleeping() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where state = 'active' and query like '%pg_sleep(20)%' and pid <> pg_backend_pid() and datname = current_database()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
