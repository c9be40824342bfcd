package io.provincelink.local.postgres;

import io.provincelink.local.directory.CurrentUser;
import io.provincelink.local.directory.LaunchFailure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs, which refuse to run as root. */
final class Program {
    /**
     * @param exitCode 0 where all went well
     * @param output what it said
     */
    record Result(int exitCode, String output) {
        boolean isSuccess() {
            return exitCode == 0;
        }
    }

    private final Path programs;
    private final boolean root = CurrentUser.isRoot();

    /** @param programs the unpacked directory with {@code bin/} */
    Program(Path programs) {
        this.programs = programs;
    }

    Result run(String name, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (root) {
            // In a user namespace of its own root is nobody to the program, while its files stay root's.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(name).toString());
        command.addAll(arguments);
        Result result = run(command);
        if (root && !result.isSuccess() && result.output().contains("unshare")) {
            throw new LaunchFailure(
                    "PostgreSQL does not run as root, and this system has no user namespaces to help it ("
                            + result.output().strip() + "): start as an ordinary user.");
        }
        return result;
    }

    private static Result run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(130, "interrupted");
        }
    }
}
