package io.provincelink.local;

import io.provincelink.local.dataset.Dataset;
import io.provincelink.local.dataset.DatasetLoader;
import io.provincelink.local.dataset.DatasetMark;
import io.provincelink.local.directory.DataDirectory;
import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.directory.PrivateFile;
import io.provincelink.local.identity.Issuer;
import io.provincelink.local.identity.SigningKey;
import io.provincelink.local.identity.Tokens;
import io.provincelink.local.identity.Trust;
import io.provincelink.local.postgres.PostgresServer;
import io.provincelink.local.process.Leftovers;
import io.provincelink.local.process.Ports;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts the suite on this machine, keeps it running until Ctrl-C or SIGTERM, and stops it in order. Ends with 0 after a stop that was
 * asked for, also in the middle of a start, and with 1 and one sentence on stderr when it cannot start.
 */
public final class Launcher {
    /** More than the sum: 3 s for the gateway's door, 60 s for recordings, 5 s for each of four kills, 30 s for PostgreSQL. */
    private static final int LONGEST_STOP_SECONDS = 120;

    /** How long after a terminal's signal has reached PostgreSQL's programs it may reach this process. */
    private static final int SIGNAL_MILLIS = 300;

    private final Installation installation;
    private final StopSignal stopSignal = new StopSignal();
    private final Stopwatch stopwatch = Stopwatch.started();
    private final PrintStream out;
    private final PrintStream err;
    private volatile int exitCode;

    Launcher(Installation installation, PrintStream out, PrintStream err) {
        this.installation = installation;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        // No logging library is wanted; and a call is sent again only when the launcher says so.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("sun.net.http.retryPost", "false");
        Launcher launcher = new Launcher(Installation.ofThisJar(), System.out, System.err);
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher.stopAndHalt(finished), "stop"));
        launcher.exitCode = launcher.run(List.of(arguments));
        finished.countDown();
        System.exit(launcher.exitCode);
    }

    /** The signal only asks; the thread that started everything also stops it. */
    private void stopAndHalt(CountDownLatch finished) {
        stopSignal.request();
        try {
            if (!finished.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                exitCode = 1;
            }
        } catch (InterruptedException e) {
            exitCode = 1;
        }
        Runtime.getRuntime().halt(exitCode);
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        @Nullable Path log = null;
        try {
            Options options = Options.parse(arguments, installation.defaultData());
            if (options.purpose() == Options.Purpose.HELP) {
                out.println(Options.USAGE);
                return 0;
            }
            Ports ports = new Ports();
            try (DataDirectory data = DataDirectory.open(options.data())) {
                log = data.log().resolve("launcher.log");
                // Before the port is looked at, which may be theirs.
                endLeftovers(data);
                ports.requireForGateway(options.port());
                if (options.purpose() == Options.Purpose.RUN) {
                    run(options, data, ports);
                }
            }
            return 0;
        } catch (StopSignal.StopRequested e) {
            return 0;
        } catch (RuntimeException | Error e) {
            err.println(LaunchFailure.sentenceFor(e));
            if (log != null && !(e instanceof LaunchFailure)) {
                err.println("Its details are in " + log + ".");
                writeDetails(log, e);
            }
            return 1;
        }
    }

    private void endLeftovers(DataDirectory data) {
        new Leftovers(data.run())
                .end()
                .forEach(name -> out.println("Ended " + name + ", which was left over from an earlier run."));
    }

    private static void writeDetails(Path log, Throwable thrown) {
        StringWriter details = new StringWriter();
        thrown.printStackTrace(new PrintWriter(details));
        try {
            PrivateFile.write(log, details.toString());
        } catch (RuntimeException e) {
            // The sentence on the terminal has to do.
        }
    }

    private void run(Options options, DataDirectory data, Ports ports) {
        out.println("Starting ProvinceLink with the data in " + data.root());
        @Nullable Tokens tokens = options.oidc() == null ? sampleTokens(data) : null;
        Trust trust = tokens == null ? Trust.in(options.oidc()) : Trust.inKeyOf(tokens);
        PostgresServer postgres = new PostgresServer(data, Plan.databases(), ports.free());
        if (postgres.stopLeftover()) {
            out.println("  stopped PostgreSQL, which was left over from an earlier run");
        }
        Plan plan = new Plan(installation, trust, ports, GatewayPossessions.in(data.secrets(), tokens));
        Suite suite = new Suite(plan, postgres, data, new Suite.Terminal(options.port(), stopSignal, out));
        Control control = new Control(data.control(), suite);
        try {
            suite.start();
            URI gateway = URI.create("http://127.0.0.1:" + options.port());
            if (options.dataset() && tokens != null) {
                loadDataset(new DatasetLoader(new Dataset(installation.dataset()), gateway, tokens), data, postgres);
            }
            new FirstCall(options.port()).warmUp();
            new Greeting(options, data, stopwatch).print(out);
            new Watch(suite, control, stopSignal, out).untilStopped();
        } catch (RuntimeException e) {
            // Ctrl-C also ends initdb and pg_ctl, and what fails because of it is no fault.
            stopSignal.pause(SIGNAL_MILLIS);
            throw e;
        } finally {
            suite.stop();
        }
    }

    private static Tokens sampleTokens(DataDirectory data) {
        Path secrets = data.secrets();
        Tokens tokens = new Tokens(
                SigningKey.at(secrets.resolve("signing-key.pem")),
                Issuer.at(secrets.resolve("issuer")),
                InstantSource.system());
        tokens.writeSamples(data.tokens());
        return tokens;
    }

    private void loadDataset(DatasetLoader loader, DataDirectory data, PostgresServer postgres) {
        DatasetMark mark = new DatasetMark(data.root().resolve("dataset.done"), postgres.identity());
        String fingerprint = new Dataset(installation.dataset()).fingerprint();
        if (mark.isFor(fingerprint)) {
            out.println("  dataset is there");
            return;
        }
        DatasetLoader.Summary summary = loader.load(stopSignal::check);
        mark.set(fingerprint);
        out.println("  dataset: " + summary.loaded() + " documents loaded, " + summary.present() + " there already");
    }
}
