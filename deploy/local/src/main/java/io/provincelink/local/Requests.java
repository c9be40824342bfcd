package io.provincelink.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.provincelink.local.StopSignal.StopRequested;
import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.directory.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The files by which {@code deploy/local/service} asks for something. A request is a file {@code <id>.request} with the words
 * {@code stop trade-service}; while it is carried out it is called {@code <id>.busy}; the answer is {@code <id>.answer}: the script's
 * exit code, then a sentence.
 */
record Requests(Path directory) {
    private static final String REQUEST = ".request";

    /** Forgets what was asked of an earlier run. */
    void clear() {
        for (Path file : files("")) {
            file.toFile().delete();
        }
    }

    /**
     * Answers what was asked since the last time. Nothing that fails here may end the suite, which goes on while a disk is full.
     *
     * @param carryOut from the words of a request to the sentence of its answer; what it throws is answered, but for a stop
     */
    void serve(UnaryOperator<String> carryOut) {
        for (Path request : files(REQUEST)) {
            serve(request, carryOut);
        }
    }

    private List<Path> files(String ending) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static void serve(Path request, UnaryOperator<String> carryOut) {
        String id = request.getFileName().toString().replace(REQUEST, "");
        Path busy = request.resolveSibling(id + ".busy");
        try {
            Files.move(request, busy, ATOMIC_MOVE);
            PrivateFile.write(request.resolveSibling(id + ".answer"), answer(busy, carryOut) + "\n");
        } catch (IOException withdrawn) {
            // Nobody waits for the answer any more.
        } catch (UncheckedIOException unwritable) {
            // The script sees that its request was taken and not answered, and says so.
        } finally {
            busy.toFile().delete();
        }
    }

    private static String answer(Path request, UnaryOperator<String> carryOut) {
        try {
            return "0\n" + carryOut.apply(PrivateFile.read(request).strip());
        } catch (StopRequested e) {
            throw e;
        } catch (RuntimeException e) {
            return "1\n" + LaunchFailure.sentenceFor(e);
        }
    }
}
