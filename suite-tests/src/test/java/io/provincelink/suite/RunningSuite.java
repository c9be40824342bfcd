package io.provincelink.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The suite as the launcher starts it, on a free port, with its data under {@code target}. */
final class RunningSuite implements AutoCloseable {

    static final Path ROOT = Path.of(System.getProperty("provincelink.root", ".."))
            .toAbsolutePath()
            .normalize();

    private static final Path TARGET = ROOT.resolve("suite-tests/target");
    private static final Path ARCHIVES = TARGET.resolve("class archives");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** A little longer than the launcher gives itself. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(130);

    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port = freePort();
    private final Path data;
    private final Path output;
    private final List<String> options;
    private final Map<String, String> environment;
    private volatile Process launcher;

    private RunningSuite(Path data, List<String> options, Map<String, String> environment) {
        this.data = data;
        this.options = options;
        this.environment = environment;
        this.output = data.resolveSibling(data.getFileName() + ".out");
        this.launcher = launch();
        // a test run that is broken off takes its suite along
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher.destroy()));
        awaitReady();
    }

    /** Starts with a new data directory; the name must be used once only. */
    static RunningSuite withNewData(String name) {
        return withNewData(name, List.of(), Map.of());
    }

    /** With options of the launcher, and settings of the applications in its environment, beside the usual ones. */
    static RunningSuite withNewData(String name, List<String> options, Map<String, String> environment) {
        Path data = newDirectory("data of " + name);
        try {
            // makes the directory one of the launcher's own, which need not be empty
            Files.createFile(data.resolve("lock"));
            copyArchives(ARCHIVES, data.resolve("cds"));
        } catch (IOException cannotMake) {
            throw new UncheckedIOException(cannotMake);
        }
        return new RunningSuite(data, options, environment);
    }

    /** What the first suite of a test run recorded makes the starts of the others as quick as everybody's second start. */
    private static void copyArchives(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (var archives = Files.newDirectoryStream(from, "*.{jsa,aot}")) {
            for (Path archive : archives) {
                Files.copy(
                        archive,
                        to.resolve(archive.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** An empty directory under {@code target}; what an earlier test run left in it is gone. */
    static Path newDirectory(String name) {
        Path directory = TARGET.resolve(name);
        try {
            delete(directory);
            return Files.createDirectories(directory);
        } catch (IOException cannotMake) {
            throw new UncheckedIOException(cannotMake);
        }
    }

    private Process launch() {
        try {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Path jar = ROOT.resolve("deploy/local/target/local-launcher.jar");
            List<String> command =
                    new ArrayList<>(List.of(java, "-Xmx48m", "-XX:+UseSerialGC", "-jar", jar.toString()));
            command.addAll(List.of("--port", String.valueOf(port), "--data", data.toString()));
            command.addAll(options);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!output().contains("ProvinceLink is ready")) {
            if (!launcher.isAlive() || System.nanoTime() > deadline) {
                launcher.destroy();
                throw new AssertionError("the suite did not start:\n" + output());
            }
            pause(100);
        }
    }

    /** Starts again after {@link #stop} or a kill, with the same data. */
    void startAgain() {
        launcher = launch();
        awaitReady();
    }

    /** SIGTERM, as a service manager would. */
    int stop() {
        launcher.destroy();
        return awaitEnd();
    }

    /**
     * kill -9 of the launcher alone.
     *
     * @return how long it took until nothing that it started as a JVM was left
     */
    Duration killLauncher() {
        List<ProcessHandle> jvms =
                launcher.descendants().filter(RunningSuite::isJava).toList();
        long killed = System.nanoTime();
        launcher.destroyForcibly();
        awaitEnd();
        awaitGone(jvms);
        return Duration.ofNanos(System.nanoTime() - killed);
    }

    /** kill -9 of everything, as when the power goes. */
    void killEverything() {
        List<ProcessHandle> everything = new ArrayList<>(launcher.descendants().toList());
        everything.add(postmaster());
        launcher.destroyForcibly();
        everything.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
        awaitGone(everything);
    }

    private int awaitEnd() {
        try {
            if (!launcher.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the launcher did not end:\n" + output());
            }
            return launcher.exitValue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void awaitGone(List<ProcessHandle> processes) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (processes.stream().anyMatch(RunningSuite::isRunning)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("left behind: "
                        + processes.stream().filter(RunningSuite::isRunning).toList());
            }
            pause(50);
        }
    }

    /** Where the first process does not ask how its adopted children ended, they stay listed for ever, without a command. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    /** The JVMs of the applications; one that prepares the next start is no child of the launcher's own. */
    List<ProcessHandle> javaChildren() {
        return launcher.children().filter(RunningSuite::isJava).toList();
    }

    ProcessHandle launcherProcess() {
        return launcher.toHandle();
    }

    ProcessHandle postmaster() {
        try (var lines = Files.lines(data.resolve("postgres/postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    /** What deploy/local/service does and says. */
    String service(String action, String name) {
        return run(List.of(ROOT.resolve("deploy/local/service").toString(), action, name, "--data", data.toString()));
    }

    static String run(List<String> command) {
        try {
            // not through a pipe, which a child of the command might hold open when the command has ended
            Path said = Files.createTempFile(TARGET, "command", ".out");
            Process process = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command + " did not end and was killed; it said:\n" + read(said));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(command + " failed:\n" + read(said));
            }
            String output = read(said);
            Files.delete(said);
            return output;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    /** A token as the launcher wrote it, {@code ha-giang-editor}. */
    String token(String person) {
        return read(data.resolve("tokens/" + person + ".jwt")).strip();
    }

    String output() {
        return Files.exists(output) ? read(output) : "";
    }

    /** An answer of the gateway. */
    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException notJson) {
                throw new AssertionError("not JSON: " + response.body(), notJson);
            }
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but got " + status + ": " + response.body());
            }
            return this;
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) {
        return call("GET", path, null, null);
    }

    Answer getAs(String token, String path) {
        return call("GET", path, token, null);
    }

    Answer getIfNoneMatch(String etag, String path) {
        return send(request("GET", path, null).header("If-None-Match", etag));
    }

    Answer post(@Nullable String token, String path, String body) {
        return call("POST", path, token, body);
    }

    Answer call(String method, String path, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request = request(method, path, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    /** Any request, with any bytes. */
    Answer exchange(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** The answer's bytes as they came: no text made of them, nothing unpacked. */
    HttpResponse<byte[]> download(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("no answer", failed);
        }
    }

    private HttpRequest.Builder request(String method, String path, @Nullable String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("no answer", failed);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Below those that the system gives to clients, which might take it before it is listened on. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException cannotDelete) {
            throw new UncheckedIOException(cannotDelete);
        }
    }

    @Override
    public void close() {
        if (launcher.isAlive()) {
            stop();
        }
        try {
            copyArchives(data.resolve("cds"), ARCHIVES);
        } catch (IOException onlySpeedIsLost) {
            System.out.println("class archives are not kept: " + onlySpeedIsLost);
        }
    }
}
