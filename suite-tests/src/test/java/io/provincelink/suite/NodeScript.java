package io.provincelink.suite;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A script among the test resources, and the programs of others that it runs.
 *
 * @param packages names with versions, {@code ical.js@2.2.1}
 */
record NodeScript(String script, List<String> packages) {

    NodeScript(String script, String... packages) {
        this(script, List.of(packages));
    }

    /** A directory with the script and what it runs; a machine without Node.js skips the test, except CI, which installs it. */
    Path installed() throws IOException {
        for (String program : List.of("node", "npm")) {
            if (!isThere(program)) {
                return skip("No " + program + " in PATH: not run are " + packages);
            }
        }
        Path directory = RunningSuite.newDirectory("run of " + script);
        Files.writeString(directory.resolve("package.json"), "{\"private\": true, \"type\": \"module\"}");
        try (InputStream text = NodeScript.class.getResourceAsStream("/" + script)) {
            Files.copy(Objects.requireNonNull(text), directory.resolve(script));
        }
        try {
            List<String> install = new ArrayList<>(List.of(
                    "npm",
                    "install",
                    "--prefix",
                    directory.toString(),
                    "--ignore-scripts",
                    "--no-package-lock",
                    "--no-audit",
                    "--no-fund"));
            install.addAll(packages);
            RunningSuite.run(install);
        } catch (AssertionError notToBeHad) {
            return skip("Not to be had, and so not run, are " + packages + ": " + notToBeHad.getMessage());
        }
        return directory;
    }

    /** What it prints. */
    String run(Path directory, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("node", directory.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return RunningSuite.run(command);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Path skip(String reason) {
        System.out.println(reason);
        return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }
}
