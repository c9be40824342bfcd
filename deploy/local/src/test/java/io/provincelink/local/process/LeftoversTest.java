package io.provincelink.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    Path directory;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void what_outlived_its_launcher_is_ended() throws InterruptedException {
        new Leftovers(directory).remember("trade-service", process.toHandle());

        assertThat(new Leftovers(directory).end()).containsExactly("trade-service");

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_stranger_who_got_the_same_process_id_is_left_alone() throws IOException {
        Files.writeString(directory.resolve("trade-service.pid"), process.pid() + " 1000000000000");

        assertThat(new Leftovers(directory).end()).isEmpty();

        assertThat(process.isAlive()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void one_that_has_ended_and_that_nobody_asks_after_is_not_running() throws Exception {
        process.destroyForcibly();
        process = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 60").start();
        long ended = Long.parseLong(process.inputReader().readLine());
        Optional<ProcessHandle> found = ProcessHandle.of(ended);
        // where the first process asks how its adopted children ended, it may be gone already
        assumeThat(found).isPresent();
        ProcessHandle zombie = found.orElseThrow();
        while (zombie.info().command().isPresent()) {
            Thread.sleep(20);
        }
        assumeThat(zombie.isAlive()).isTrue();
        new Leftovers(directory).remember("trade-service", zombie);

        assertThat(new Leftovers(directory).end()).isEmpty();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_damaged_note_harms_nobody() throws IOException {
        Files.writeString(directory.resolve("gateway.pid"), "1");

        assertThat(new Leftovers(directory).end()).isEmpty();
    }
}
