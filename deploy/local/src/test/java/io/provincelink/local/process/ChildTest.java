package io.provincelink.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.local.directory.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs, in a path with spaces. */
@Timeout(120)
class ChildTest {
    @TempDir
    Path directory;

    private DataDirectory data;
    private Child child;

    @BeforeEach
    void prepare() throws IOException {
        data = DataDirectory.open(directory.resolve("my data"));
        int port = new Ports().free();
        Map<String, String> environment = Map.of("QUARKUS_MANAGEMENT_PORT", Integer.toString(port));
        child = new Child(new Application("trade-service", jar(), port, environment), data, new Leftovers(data.run()));
    }

    @AfterEach
    void end() {
        child.beginStop();
        child.awaitStop(Deadline.in(Duration.ofSeconds(5)), Deadline.in(Duration.ofSeconds(30)));
        data.close();
    }

    @Test
    void it_is_started_watched_and_stopped() throws Exception {
        startAndAwaitReady();
        assertThat(child.log().lastLines(1).get(0)).startsWith("listening on ");

        child.beginStop();
        child.awaitStop(Deadline.in(Duration.ofSeconds(5)), Deadline.in(Duration.ofSeconds(30)));

        assertThat(child.isRunning()).isFalse();
        assertThat(data.run()).isEmptyDirectory();
    }

    @Test
    void ctrl_c_in_the_terminal_is_for_the_launcher_alone() throws Exception {
        startAndAwaitReady();

        signal("INT");
        signal("HUP");
        Thread.sleep(300);

        assertThat(child.isReady()).isTrue();
    }

    @Test
    void one_that_ended_by_itself_can_be_named_and_started_again() throws Exception {
        startAndAwaitReady();

        signal("KILL");
        while (child.isRunning()) {
            Thread.sleep(20);
        }
        assertThat(child.exit())
                .isEqualTo("trade-service ended by itself with exit code 137 (its log: "
                        + child.log().path() + ")");

        startAndAwaitReady();
    }

    @Test
    void a_damaged_archive_does_not_prevent_a_start() throws Exception {
        startAndAwaitReady();
        child.beginStop();
        child.awaitStop(Deadline.in(Duration.ofSeconds(5)), Deadline.in(Duration.ofSeconds(30)));
        for (Path archive : archives()) {
            byte[] half = Files.readAllBytes(archive);
            Files.delete(archive);
            Files.write(archive, Arrays.copyOf(half, half.length / 2));
        }

        startAndAwaitReady();
    }

    @Test
    void a_recording_may_take_longer_than_the_answers() throws Exception {
        startAndAwaitReady();

        child.beginStop();
        child.awaitStop(Deadline.in(Duration.ZERO), Deadline.in(Duration.ofSeconds(30)));

        assertThat(archives()).allMatch(archive -> !archive.toString().endsWith(".new"));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(data.classArchives())) {
            List<Path> archives = files.toList();
            assertThat(archives).as("what the first run recorded").hasSize(1);
            return archives;
        }
    }

    private void startAndAwaitReady() throws InterruptedException {
        child.start();
        boolean again = false;
        while (!child.isReady()) {
            if (child.hasCrashed() && !again) {
                again = true;
                child.start();
            }
            assertThat(child.isRunning()).as(() -> child.death()).isTrue();
            Thread.sleep(20);
        }
    }

    private void signal(String name) throws Exception {
        String pid = Files.readString(data.run().resolve("trade-service.pid")).split(" ", -1)[0];
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    private Path jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, FakeApplication.class.getName());
        Path jar = directory.resolve("quarkus-run.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String name = FakeApplication.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(name));
            try (InputStream in = FakeApplication.class.getClassLoader().getResourceAsStream(name)) {
                in.transferTo(out);
            }
        }
        return jar;
    }
}
