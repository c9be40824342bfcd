package io.provincelink.agreements.document;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Has files examined in a process of its own, a few at a time: a hostile file can fill or hang that process, never the service, and the
 * parsers cost the service no memory. What the parsers say is thrown away, for it may quote the file.
 */
@Singleton
public class Examiner {

    private static final String RUNNER = "quarkus-run.jar";

    /** A JVM that ends for want of memory. */
    private static final int OUT_OF_MEMORY = 3;

    private final DocumentSettings.Examination settings;
    private final Semaphore turns;

    public Examiner(DocumentSettings settings) {
        this.settings = settings.examination();
        this.turns = new Semaphore(this.settings.atOnce(), true);
    }

    /** @throws ProblemException 503 when too many are waiting */
    Findings examine(Upload upload) {
        try {
            if (!turns.tryAcquire(settings.queue().toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.of(CommonProblem.UNAVAILABLE);
            }
            try {
                return run(upload);
            } finally {
                turns.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(CommonProblem.UNAVAILABLE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Findings run(Upload upload) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(upload))
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(settings.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                return Findings.of(Findings.Outcome.TOO_COMPLEX, "-");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() == 0) {
                return Findings.read(said);
            }
            if (process.exitValue() == OUT_OF_MEMORY || process.exitValue() == Examination.OUT_OF_TIME) {
                return Findings.of(Findings.Outcome.TOO_COMPLEX, "-");
            }
            throw new IllegalStateException("the examination ended with exit code " + process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Upload upload) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap().asLongValue(),
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.awt.headless=true",
                // what the PDF library knows of the machine's fonts is found out once
                "-Dpdfbox.fontcache=" + upload.file().getParent().getParent(),
                "-Djava.io.tmpdir=" + upload.file().getParent(),
                "-cp",
                classPath(System.getProperty("java.class.path")),
                Examination.class.getName(),
                upload.file().toString(),
                upload.articles().toString(),
                String.valueOf(settings.limit().toMillis()));
    }

    /** A packaged application starts from a small jar that names its libraries to its own class loader alone. */
    static String classPath(String own) {
        if (!own.endsWith(RUNNER)) {
            return own;
        }
        Path home = Path.of(own).toAbsolutePath().getParent();
        return String.join(
                File.pathSeparator,
                home.resolve("app") + "/*",
                home.resolve("lib/main") + "/*",
                home.resolve("lib/boot") + "/*");
    }
}
