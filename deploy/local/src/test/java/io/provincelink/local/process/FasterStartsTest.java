package io.provincelink.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real processes, as the preparation of a faster start is one. */
@Timeout(20)
class FasterStartsTest {
    @Test
    void work_ends_with_whoever_holds_its_pipe() throws Exception {
        Process shell = FasterStarts.start(List.of("sleep", "60"));
        List<ProcessHandle> all = shellWatchAndWork(shell);

        // what the kernel does when the launcher is killed
        shell.getOutputStream().close();

        assertAllEnd(all);
        assertThat(shell.waitFor()).isNotZero();
    }

    @Test
    void work_that_is_done_leaves_nothing_behind() throws Exception {
        Process shell = FasterStarts.start(List.of("sleep", "1"));

        assertAllEnd(shellWatchAndWork(shell));

        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void work_says_how_it_went() throws Exception {
        assertThat(FasterStarts.start(List.of("sh", "-c", "exit 7")).waitFor()).isEqualTo(7);
    }

    private static List<ProcessHandle> shellWatchAndWork(Process shell) throws IOException, InterruptedException {
        while (shell.descendants().count() < 2) {
            Thread.sleep(20);
        }
        return Stream.concat(Stream.of(shell.toHandle()), shell.descendants()).toList();
    }

    private static void assertAllEnd(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(5, TimeUnit.SECONDS);
        }
    }
}
