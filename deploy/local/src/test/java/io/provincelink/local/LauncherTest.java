package io.provincelink.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.local.directory.DataDirectory;
import io.provincelink.local.process.FakeApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void help_is_an_answer_and_not_a_failure() {
        assertThat(run("--help")).isZero();
        assertThat(said(out)).startsWith("Usage: deploy/local/start");
    }

    @Test
    void a_taken_port_is_named_with_the_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());

            assertThat(run("--port", port, "--data", data())).isEqualTo(1);

            assertThat(said(err))
                    .isEqualTo("Port " + port
                            + " is taken by another program: end that one, or choose another with --port N.\n");
        }
    }

    @Test
    void a_gateway_that_outlived_its_launcher_gives_its_port_back() throws Exception {
        String port = freePort();
        Process gateway = gatewayOn(port);
        try (DataDirectory data = DataDirectory.open(Path.of(data()))) {
            long began = gateway.toHandle().info().startInstant().orElseThrow().toEpochMilli();
            Files.writeString(data.run().resolve("gateway.pid"), gateway.pid() + " " + began);
        }
        try {
            assertThat(run("--check", "--port", port, "--data", data()))
                    .as(said(err))
                    .isZero();

            assertThat(said(out)).isEqualTo("Ended gateway, which was left over from an earlier run.\n");
            // it has ended; this process, whose child it is, may hear of that a moment later
            assertThat(gateway.waitFor(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            gateway.destroyForcibly();
        }
    }

    private static Process gatewayOn(String port) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of(FakeApplication.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        // so much memory takes the system a moment to clear away, and the port is given up only then
        ProcessBuilder builder = new ProcessBuilder(
                java, "-Xms512m", "-XX:+AlwaysPreTouch", "-cp", classes, FakeApplication.class.getName());
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", port);
        Process gateway = builder.start();
        assertThat(gateway.inputReader().readLine()).isEqualTo("listening on " + port);
        return gateway;
    }

    @Test
    void a_data_directory_in_use_is_named_with_its_holder() {
        try (DataDirectory held = DataDirectory.open(Path.of(data()))) {
            assertThat(run("--data", data())).isEqualTo(1);
            assertThat(said(err))
                    .isEqualTo("The data directory " + held.root() + " is in use by another launcher (process "
                            + ProcessHandle.current().pid()
                            + "): stop that one first, or choose another directory with --data DIR.\n");
        }
    }

    @Test
    void a_data_directory_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(directory.resolve("a file"));

        assertThat(run("--data", file.resolve("data").toString())).isEqualTo(1);

        assertThat(said(err)).startsWith("The data directory " + file.resolve("data") + " cannot be written to:");
        assertThat(said(err).lines()).hasSize(1);
    }

    @Test
    void the_lock_is_released_when_the_launcher_gives_up() {
        assertThat(run("--check", "--port", freePort(), "--data", data())).isZero();
        assertThat(run("--check", "--port", freePort(), "--data", data())).isZero();
    }

    @Test
    void an_application_that_was_not_built_is_named_and_no_server_is_left_running() {
        assertThat(run("--port", freePort(), "--data", data())).isEqualTo(1);
        assertThat(said(err))
                .isEqualTo(
                        "gateway has not been built: start with deploy/local/start, which builds what is missing.\n");
        assertThat(Path.of(data(), "postgres", "postmaster.pid")).doesNotExist();
    }

    private int run(String... arguments) {
        return new Launcher(new Installation(directory), new PrintStream(out, true), new PrintStream(err, true))
                .run(List.of(arguments));
    }

    private String data() {
        return directory.resolve("my data").toString();
    }

    private static String freePort() {
        return Integer.toString(new io.provincelink.local.process.Ports().free());
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
