package io.provincelink.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.directory.PrivateFile;
import io.provincelink.local.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes the requests of {@code deploy/local/service}. A request is a file {@code <id>.request} with the words {@code stop trade-service};
 * while it is carried out it is called {@code <id>.busy}; the answer is {@code <id>.answer}: the script's exit code, then a sentence.
 */
final class Control {
    private static final String REQUEST = ".request";

    private final Path directory;
    private final Suite suite;

    Control(Path directory, Suite suite) {
        this.directory = directory;
        this.suite = suite;
    }

    /** Forgets what was asked of an earlier run. */
    void clear() {
        for (Path file : files("")) {
            file.toFile().delete();
        }
    }

    /** Carries out what was asked since the last time. */
    void serve() {
        for (Path request : files(REQUEST)) {
            serve(request);
        }
    }

    private List<Path> files(String ending) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Path request) {
        String id = request.getFileName().toString().replace(REQUEST, "");
        Path busy = request.resolveSibling(id + ".busy");
        try {
            Files.move(request, busy, ATOMIC_MOVE);
            PrivateFile.write(
                    directory.resolve(id + ".answer"),
                    answer(PrivateFile.read(busy).strip()) + "\n");
            Files.deleteIfExists(busy);
        } catch (IOException withdrawn) {
            // Nobody waits for the answer any more.
        }
    }

    private String answer(String request) {
        String[] words = request.split(" ", -1);
        try {
            return words.length == 2 ? "0\n" + carryOut(words[0], words[1]) : "1\nThe request is not understood.";
        } catch (LaunchFailure e) {
            return "1\n" + LaunchFailure.sentenceFor(e);
        }
    }

    private String carryOut(String action, String name) {
        Child child = suite.child(name)
                .orElseThrow(() -> new LaunchFailure("There is no " + name + " here, but "
                        + String.join(
                                ", ", suite.children().stream().map(Child::name).toList()) + "."));
        return switch (action) {
            case "stop" -> stop(child);
            case "start" -> start(child);
            case "status" -> child.name() + " is " + state(child) + ".";
            default -> throw new LaunchFailure("A service can be asked to start, to stop or for its status.");
        };
    }

    private String stop(Child child) {
        if (!child.isRunning()) {
            return child.name() + " is not running.";
        }
        suite.stop(child);
        return child.name() + " has stopped.";
    }

    private String start(Child child) {
        if (child.isRunning()) {
            return child.name() + " is running already.";
        }
        suite.start(child);
        return child.name() + " is ready.";
    }

    private static String state(Child child) {
        if (!child.isRunning()) {
            return "not running";
        }
        return child.isReady() ? "ready" : "running, but not ready";
    }
}
