package io.provincelink.kit.production;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Ways in for whom nobody has invited: pages of any origin, webhooks to the machine itself, debuggers. */
final class OpenDoorFaults {

    private static final String ORIGINS = "quarkus.http.cors.origins";

    private static final String DESTINATIONS = "provincelink.gateway.destinations.allowed";

    /** Loopback, and link-local, where clouds tell a machine its credentials. */
    private static final Pattern MACHINE_ITSELF =
            Pattern.compile("127\\.|0\\.|::|169\\.254\\.|fe80:", Pattern.CASE_INSENSITIVE);

    /** Nobody has a page there, so who lets it in lets everybody in. */
    private static final List<String> STRANGERS = List.of("https://stranger.invalid", "http://stranger.invalid:8080");

    private static final Pattern DEBUGGER = Pattern.compile("-agentlib:jdwp.*|-Xrunjdwp.*|-agentpath:.*jdwp.*|-Xdebug");
    private static final Pattern REMOTE_CONTROL = Pattern.compile("-Dcom\\.sun\\.management\\.jmxremote\\.port=.*");

    private OpenDoorFaults() {}

    static List<String> of(Settings settings) {
        List<String> faults = new ArrayList<>();
        if (settings.isOn("quarkus.http.cors.enabled") || settings.isOn("quarkus.http.cors")) {
            settings.list(ORIGINS).stream()
                    .filter(OpenDoorFaults::isAnybody)
                    .findFirst()
                    .ifPresent(origin -> faults.add("Pages of any origin may use it in a visitor's browser (" + ORIGINS
                            + " has " + origin + "): name the origins one by one."));
        }
        settings.list(DESTINATIONS).stream()
                .filter(network -> MACHINE_ITSELF.matcher(network).lookingAt())
                .findFirst()
                .ifPresent(network -> faults.add("Anybody with a webhook may have it call the machine that it runs on ("
                        + DESTINATIONS + " has " + network + "): leave that network out."));
        if (settings.jvm().stream().anyMatch(DEBUGGER.asMatchPredicate())) {
            faults.add("A debugger can be attached to its JVM (jdwp): start Java without it.");
        }
        if (settings.jvm().stream().anyMatch(REMOTE_CONTROL.asMatchPredicate())) {
            faults.add(
                    "Its JVM can be controlled over the network (com.sun.management.jmxremote.port): start Java without it.");
        }
        return faults;
    }

    private static boolean isAnybody(String origin) {
        if (origin.length() > 1 && origin.startsWith("/") && origin.endsWith("/")) {
            return isMatchedByStrangers(origin.substring(1, origin.length() - 1));
        }
        return origin.equals("*") || origin.equals("null");
    }

    private static boolean isMatchedByStrangers(String expression) {
        try {
            return STRANGERS.stream().anyMatch(Pattern.compile(expression).asMatchPredicate());
        } catch (PatternSyntaxException unreadable) {
            // Quarkus says so better
            return false;
        }
    }
}
