package io.provincelink.kit.production;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tokens that anybody could make, or that were made for somebody else. */
final class TokenFaults {

    private static final String SERVER = "quarkus.oidc.auth-server-url";
    private static final String ISSUER = "quarkus.oidc.token.issuer";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";
    private static final String PUBLIC_KEY = "quarkus.oidc.public-key";
    private static final String VERIFICATION = "quarkus.oidc.tls.verification";
    private static final String ALGORITHM = "quarkus.oidc.token.signature-algorithm";

    private TokenFaults() {}

    static List<String> of(Settings settings) {
        List<String> faults = new ArrayList<>();
        settings.value(PUBLIC_KEY)
                .ifPresent(
                        key -> faults.add("It trusts a fixed key, as the local launcher sets it for its sample people ("
                                + PUBLIC_KEY + "): take it away and name the identity server in " + SERVER + "."));
        ofServer(settings, faults);
        ofIssuer(settings, faults);
        ofAudience(settings, faults);
        settings.word(ALGORITHM)
                .filter(algorithm -> algorithm.startsWith("hs"))
                .ifPresent(algorithm -> faults.add(
                        "Tokens are signed with a secret that every service would know (" + ALGORITHM + " is "
                                + algorithm + "): take an asymmetric algorithm, or leave it to the server's keys."));
        if (settings.isOff("quarkus.oidc.tenant-enabled") || settings.isOff("quarkus.oidc.enabled")) {
            faults.add("Tokens are not checked (quarkus.oidc.tenant-enabled is false): leave that out.");
        }
        return faults;
    }

    private static void ofServer(Settings settings, List<String> faults) {
        if (settings.value(SERVER).isEmpty()) {
            faults.add("No identity server is named: set " + SERVER + " to the https address of an OIDC server.");
        }
        for (String name : List.of(SERVER, "quarkus.oidc.jwks-path")) {
            settings.word(name)
                    .filter(TokenFaults::isNotEncrypted)
                    .ifPresent(
                            address -> faults.add(
                                    name + " is " + address
                                            + ", so that anybody on the way could put keys of his own in place of the server's: take an https address."));
        }
        settings.word(VERIFICATION).filter("none"::equals).ifPresent(none -> faults.add(unproven(VERIFICATION, none)));
        Stream.concat(
                        Stream.of("quarkus.tls.trust-all"),
                        settings.names().stream().filter(TokenFaults::isTrustAll))
                .distinct()
                .filter(settings::isOn)
                .forEach(name -> faults.add(unproven(name, "true")));
    }

    private static String unproven(String name, String value) {
        return "Certificates are not checked (" + name + " is " + value
                + "), so that https proves nothing: name a trust store instead.";
    }

    /** A path below the server's address has no scheme of its own. */
    private static boolean isNotEncrypted(String address) {
        return address.contains(":") && !address.startsWith("https://");
    }

    private static boolean isTrustAll(String name) {
        return name.startsWith("quarkus.tls.") && name.endsWith("trust-all");
    }

    private static void ofIssuer(Settings settings, List<String> faults) {
        settings.value(ISSUER)
                .filter(issuer -> !issuer.startsWith("https://"))
                .ifPresent(issuer -> faults.add(
                        issuer.startsWith("urn:provincelink:")
                                ? "It trusts the local launcher's issuer (" + ISSUER + " is " + issuer
                                        + "): leave it out, the identity server says its own."
                                : ISSUER + " is " + issuer
                                        + " and no https address: leave it out, the identity server says its own."));
    }

    private static void ofAudience(Settings settings, List<String> faults) {
        List<String> audience = settings.list(AUDIENCE);
        if (audience.isEmpty() || audience.contains("any")) {
            faults.add("Tokens that were made for other systems are taken too (" + AUDIENCE + " is "
                    + (audience.isEmpty() ? "empty" : "any") + "): set it to provincelink.");
        }
    }
}
