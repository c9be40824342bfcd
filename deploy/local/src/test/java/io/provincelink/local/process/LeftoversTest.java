package io.provincelink.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void a_damaged_note_harms_nobody() throws IOException {
        Files.writeString(directory.resolve("gateway.pid"), "1");

        assertThat(new Leftovers(directory).end()).isEmpty();
    }
}
