package io.provincelink.local;

import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.process.Child;
import java.nio.file.Path;

/** Carries out what {@code deploy/local/service} asks for. */
final class Control {
    private final Requests requests;
    private final Suite suite;

    /** @param directory of the requests; those of an earlier run are forgotten */
    Control(Path directory, Suite suite) {
        this.requests = new Requests(directory);
        this.suite = suite;
        requests.clear();
    }

    /** Carries out what was asked since the last time. */
    void serve() {
        requests.serve(this::carryOut);
    }

    private String carryOut(String request) {
        String[] words = request.split(" ", -1);
        if (words.length != 2) {
            throw new LaunchFailure("The request is not understood.");
        }
        Child child = child(words[1]);
        return switch (words[0]) {
            case "stop" -> stop(child);
            case "start" -> start(child);
            case "status" -> child.name() + " is " + state(child) + ".";
            default -> throw new LaunchFailure("A service can be asked to start, to stop or for its status.");
        };
    }

    private Child child(String name) {
        return suite.child(name)
                .orElseThrow(() -> new LaunchFailure("There is no " + name + " here, but "
                        + String.join(
                                ", ", suite.children().stream().map(Child::name).toList()) + "."));
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
