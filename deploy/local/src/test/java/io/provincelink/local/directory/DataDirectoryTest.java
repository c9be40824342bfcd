package io.provincelink.local.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void what_the_launcher_makes_is_its_owners_alone() throws IOException {
        try (DataDirectory data = DataDirectory.open(directory.resolve("a/b c"))) {
            PrivateFile.write(data.tokens().resolve("t.jwt"), "x");

            assertThat(mode(data.root())).isEqualTo("rwx------");
            assertThat(mode(data.tokens())).isEqualTo("rwx------");
            assertThat(mode(data.tokens().resolve("t.jwt"))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_closed_directory_can_be_opened_again() {
        DataDirectory.open(directory).close();

        assertThatCode(() -> DataDirectory.open(directory).close()).doesNotThrowAnyException();
    }

    @Test
    void a_directory_with_files_of_somebody_else_is_refused_and_left_as_it_is() throws IOException {
        Path file = Files.writeString(directory.resolve("thesis.txt"), "mine");
        String sentence = "The directory " + directory
                + " is not empty and holds no data of ProvinceLink: choose a new or an empty one with --data DIR.";

        assertThatThrownBy(() -> DataDirectory.open(directory)).hasMessage(sentence);
        Path lock = Files.writeString(directory.resolve("lock"), "12 turns to the left\n");
        assertThatThrownBy(() -> DataDirectory.open(directory)).hasMessage(sentence);

        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file) && !path.equals(lock));
        assertThat(lock).hasContent("12 turns to the left\n");
    }

    @Test
    void a_directory_of_an_earlier_run_is_taken_whatever_else_lies_in_it() throws IOException {
        DataDirectory.open(directory).close();
        Files.writeString(directory.resolve("notes.txt"), "mine");

        assertThatCode(() -> DataDirectory.open(directory).close()).doesNotThrowAnyException();
    }

    @Test
    void root_is_told_that_a_directory_belongs_to_another_user() throws IOException {
        assumeThat(CurrentUser.isRoot()).isTrue();
        DataDirectory.open(directory).close();
        Files.setAttribute(directory.resolve("lock"), "unix:uid", 54321);

        assertThatThrownBy(() -> DataDirectory.open(directory))
                .hasMessage("The data directory " + directory + " belongs to another user (54321): start as that one,"
                        + " or choose another directory with --data DIR.");
    }

    @Test
    void a_user_owns_what_it_makes() throws IOException {
        assertThat(CurrentUser.owns(Files.createFile(directory.resolve("a file"))))
                .isTrue();
        assertThat(CurrentUser.isRoot())
                .isEqualTo(Integer.valueOf(0).equals(Files.getAttribute(directory.resolve("a file"), "unix:uid")));
    }

    @Test
    void a_nearly_full_disk_is_refused_before_anything_is_written() {
        assertThatThrownBy(() -> DataDirectory.requireSpace(directory, 299L * 1024 * 1024))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage(
                        "The disk of " + directory
                                + " is nearly full (299 MB free, 300 MB needed): free some space or choose another disk with --data DIR.");
        assertThatCode(() -> DataDirectory.requireSpace(directory, DataDirectory.NEEDED_BYTES))
                .doesNotThrowAnyException();
    }

    @Test
    void a_disk_that_fills_up_later_is_recognised_wherever_it_is_met() {
        Throwable deep = new IllegalStateException(
                new UncheckedIOException(new IOException("/data/x: No space left on device")));

        assertThat(LaunchFailure.sentenceFor(deep)).startsWith("The disk is full (No space left on device): ");
        assertThat(LaunchFailure.sentenceFor(new LaunchFailure("PostgreSQL did not start: No space left on device")))
                .startsWith("The disk is full");
        assertThat(LaunchFailure.sentenceFor(new LaunchFailure("Another reason.")))
                .isEqualTo("Another reason.");
    }

    @Test
    void an_interrupted_write_leaves_the_file_as_it_was() throws IOException {
        Path file = directory.resolve("key");
        PrivateFile.write(file, "old");
        Files.writeString(directory.resolve("key.new"), "half of the n");

        PrivateFile.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(directory.resolve("key.new")).doesNotExist();
    }

    @Test
    void a_log_is_kept_for_one_more_run_and_quoted_from_its_end() throws IOException {
        LogFile log = new LogFile(directory.resolve("x.log"));
        Files.writeString(log.path(), "first\n\nlast\n");
        assertThat(log.quoted()).isEqualTo("\n    first\n    last");

        log.rotate();

        assertThat(log.quoted()).isEmpty();
        assertThat(directory.resolve("x.log.1")).hasContent("first\n\nlast\n");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
