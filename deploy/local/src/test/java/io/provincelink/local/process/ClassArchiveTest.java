package io.provincelink.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void build() throws IOException {
        jar = Files.writeString(directory.resolve("quarkus-run.jar"), "built");
        Files.createDirectories(directory.resolve("cds"));
    }

    @Test
    void the_first_run_records() throws IOException {
        assertThat(archive().isRecording()).isTrue();
        assertThat(archive().flags()).isNotEmpty();

        Files.writeString(recordedBy(archive()), "classes");
        archive().discard();

        assertThat(archive().isRecording()).as("after a run that was killed").isTrue();
    }

    @Test
    void a_complete_recording_is_not_made_again() throws IOException {
        ClassArchive first = archive();
        Files.writeString(recordedBy(first), "classes");

        first.keep();

        assertThat(archive().isRecording()).isFalse();
    }

    @Test
    void a_new_build_records_anew_and_leaves_nothing_of_the_old() throws IOException {
        ClassArchive first = archive();
        Files.writeString(recordedBy(first), "classes");
        first.keep();

        Files.writeString(jar, "built again");

        assertThat(archive().isRecording()).isTrue();
        assertThat(directory.resolve("cds")).isEmptyDirectory();
    }

    private ClassArchive archive() {
        return new ClassArchive(directory.resolve("cds"), "trade-service", Path.of("java"), jar);
    }

    private static Path recordedBy(ClassArchive archive) {
        List<String> flags = archive.flags();
        String flag =
                flags.stream().filter(each -> each.endsWith(".new")).findFirst().orElseThrow();
        return Path.of(flag.substring(flag.indexOf('=') + 1));
    }
}
