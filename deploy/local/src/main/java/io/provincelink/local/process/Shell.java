package io.provincelink.local.process;

import java.util.ArrayList;
import java.util.List;

/** A few lines of POSIX shell around a command, for what Java cannot ask of a process that it starts. */
final class Shell {
    private Shell() {}

    /** @param script runs the command as {@code "$@"} */
    static List<String> running(String script, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        whole.addAll(command);
        return whole;
    }
}
