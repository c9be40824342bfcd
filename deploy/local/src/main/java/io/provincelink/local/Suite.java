package io.provincelink.local;

import io.provincelink.local.directory.DataDirectory;
import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.postgres.PostgresServer;
import io.provincelink.local.process.Child;
import io.provincelink.local.process.Deadline;
import io.provincelink.local.process.Leftovers;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The database and the four applications: started side by side, stopped in order. Used by one thread. */
final class Suite {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** All four at once on two cores took up to half of it. */
    private static final Duration RECORDING_TIME = Duration.ofSeconds(60);

    private final PostgresServer postgres;
    private final Child gateway;
    private final List<Child> services = new ArrayList<>();
    private final StopSignal stopSignal;
    private final PrintStream out;

    Suite(Plan plan, PostgresServer postgres, DataDirectory data, Terminal terminal) {
        this.postgres = postgres;
        this.stopSignal = terminal.stopSignal();
        this.out = terminal.out();
        Leftovers leftovers = new Leftovers(data.run());
        this.gateway = new Child(plan.gateway(terminal.port(), postgres), data, leftovers);
        plan.services(postgres).forEach(service -> services.add(new Child(service, data, leftovers)));
    }

    /**
     * What the person gave and gets.
     *
     * @param port of the gateway
     */
    record Terminal(int port, StopSignal stopSignal, PrintStream out) {}

    /** All applications, the services first. */
    List<Child> children() {
        List<Child> children = new ArrayList<>(services);
        children.add(gateway);
        return children;
    }

    Optional<Child> child(String name) {
        return children().stream().filter(child -> child.name().equals(name)).findFirst();
    }

    /**
     * Starts everything and returns when all of it is ready. The gateway needs no database and does not wait for it.
     *
     * @throws LaunchFailure naming what ended, with the end of its log
     */
    void start() {
        gateway.start();
        postgres.start();
        out.println("  PostgreSQL " + postgres.version() + " ready");
        stopSignal.check();
        services.forEach(Child::start);
        awaitReady(children());
    }

    /** Starts one application again and returns when it is ready. */
    void start(Child child) {
        child.start();
        awaitReady(List.of(child));
    }

    private void awaitReady(List<Child> children) {
        List<Child> waiting = new ArrayList<>(children);
        Set<Child> startedAnew = new HashSet<>();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!waiting.isEmpty()) {
            for (Iterator<Child> each = waiting.iterator(); each.hasNext(); ) {
                Child child = each.next();
                if (child.hasCrashed() && startedAnew.add(child)) {
                    child.start();
                } else if (!child.isRunning()) {
                    throw new LaunchFailure(child.death());
                }
                if (child.isReady()) {
                    out.println("  " + child.name() + " ready");
                    each.remove();
                }
            }
            if (System.nanoTime() > deadline) {
                Child late = waiting.get(0);
                throw new LaunchFailure(late.name() + " did not become ready within " + LONGEST_START.toMinutes()
                        + " minutes; its log is " + late.log().path() + ":"
                        + late.log().quoted());
            }
            stopSignal.pause(50);
        }
    }

    /** Stops one application. */
    void stop(Child child) {
        child.beginStop();
        child.awaitStop(Deadline.in(GRACE), Deadline.in(RECORDING_TIME));
    }

    /** Stops what is running: first the door, then the services, then the database. */
    void stop() {
        boolean recording = children().stream().anyMatch(Child::isRecording);
        out.println("Stopping"
                + (recording ? "; this first time it takes a little longer, so that the next start is faster." : "."));
        gateway.beginStop();
        gateway.awaitClosed(GRACE);
        services.forEach(Child::beginStop);
        Deadline answered = Deadline.in(GRACE);
        Deadline recorded = Deadline.in(RECORDING_TIME);
        children().forEach(child -> child.awaitStop(answered, recorded));
        postgres.stop();
    }

    boolean isDatabaseRunning() {
        return postgres.isRunning();
    }
}
