package io.provincelink.kit.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why an application is not started, one sentence a fault. Production is what is not expressly something else, so that whoever forgets
 * to say where an application runs gets the strict rules.
 */
final class ProductionFaults {

    /** Profile that the local launcher sets; the other two are Quarkus' own. */
    private static final String LOCAL = "local";

    private static final Set<String> TRIALS = Set.of(LOCAL, "test", "dev");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private ProductionFaults() {}

    static boolean isProduction(Set<String> profiles) {
        return profiles.isEmpty() || !TRIALS.containsAll(profiles);
    }

    static List<String> of(Settings settings) {
        if (!isProduction(settings.profiles())) {
            return ofTrial(settings);
        }
        List<String> faults = new ArrayList<>(TokenFaults.of(settings));
        faults.addAll(OpenDoorFaults.of(settings));
        faults.addAll(TalkativeFaults.of(settings));
        faults.addAll(DatabaseFaults.of(settings));
        return faults;
    }

    /** Else the profile would be the way around all rules. */
    private static List<String> ofTrial(Settings settings) {
        Optional<String> host = settings.word("quarkus.http.host").filter(name -> !LOOPBACK.contains(name));
        if (!settings.profiles().contains(LOCAL) || host.isEmpty()) {
            return List.of();
        }
        return List.of("The profile is local, which is for trying the suite out, but quarkus.http.host is " + host.get()
                + ", where others can reach it: leave the profile out, or listen on 127.0.0.1.");
    }
}
