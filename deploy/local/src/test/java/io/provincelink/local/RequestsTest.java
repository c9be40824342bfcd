package io.provincelink.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.local.StopSignal.StopRequested;
import io.provincelink.local.directory.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
    @TempDir
    Path directory;

    @BeforeEach
    void ask() throws IOException {
        Files.writeString(directory.resolve("17.request"), "status gateway\n");
    }

    @Test
    void a_request_is_answered_with_a_sentence() throws IOException {
        new Requests(directory).serve(request -> "asked: " + request + ".");

        assertOnlyAnswer("0\nasked: status gateway.\n");
    }

    @Test
    void what_cannot_be_done_is_answered_with_the_reason() throws IOException {
        new Requests(directory).serve(request -> {
            throw new LaunchFailure("Not today.");
        });

        assertOnlyAnswer("1\nNot today.\n");
    }

    @Test
    void a_full_disk_does_not_stop_the_suite() throws IOException {
        new Requests(directory).serve(request -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        });

        assertOnlyAnswer("1\nThe disk is full (No space left on device): free some space or choose another disk with"
                + " --data DIR.\n");
    }

    @Test
    void an_answer_that_cannot_be_written_does_not_stop_the_suite_and_nobody_waits_for_it() throws IOException {
        Path inTheWay = Files.createDirectories(directory.resolve("17.answer/full"));

        new Requests(directory).serve(request -> "done.");

        assertThat(directory).isDirectoryContaining(file -> file.equals(inTheWay.getParent()));
        assertThat(directory.resolve("17.request")).doesNotExist();
        assertThat(directory.resolve("17.busy")).doesNotExist();
    }

    @Test
    void a_stop_goes_through_and_nobody_waits_for_an_answer() {
        StopSignal signal = new StopSignal();
        signal.request();

        assertThatThrownBy(() -> new Requests(directory).serve(request -> {
                    signal.check();
                    return "done.";
                }))
                .isInstanceOf(StopRequested.class);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void requests_of_an_earlier_run_are_forgotten() {
        new Requests(directory).clear();

        assertThat(directory).isEmptyDirectory();
    }

    private void assertOnlyAnswer(String content) throws IOException {
        assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("17.answer"));
        assertThat(directory.resolve("17.answer")).content().isEqualTo(content);
    }
}
