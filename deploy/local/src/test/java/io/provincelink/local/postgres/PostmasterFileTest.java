package io.provincelink.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The running server itself is recognised in {@link PostgresServerTest}. */
class PostmasterFileTest {
    @TempDir
    Path cluster;

    @Test
    void without_the_file_there_is_no_server() throws IOException {
        assertThat(new PostmasterFile(cluster).server()).isEmpty();
        new PostmasterFile(cluster).removeIfStale();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-17\n", "no number\n", "99999999999999999999\n", "4194999\n/elsewhere\n"})
    void a_file_that_names_no_process_is_stale(String content) throws IOException {
        assertStale(content);
    }

    @Test
    void a_process_that_is_no_server_is_never_taken_for_one() throws IOException {
        assertStale(ProcessHandle.current().pid() + "\n" + cluster + "\n");
    }

    private void assertStale(String content) throws IOException {
        Path file = Files.writeString(cluster.resolve("postmaster.pid"), content);
        PostmasterFile postmaster = new PostmasterFile(cluster);

        assertThat(postmaster.server()).isEmpty();
        postmaster.removeIfStale();

        assertThat(file).doesNotExist();
    }
}
