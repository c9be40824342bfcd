package io.provincelink.suite;

import java.util.Map;

/**
 * Another one for tests that send a great many requests, or whose webhooks are received on this machine: nobody is sent away for asking
 * too much, and what they leave behind is in no other test's way.
 */
final class TriedSuite extends SharedSuite {

    private static final Map<String, String> SETTINGS = Map.of(
            "PROVINCELINK_GATEWAY_LIMITS_ANONYMOUS_REQUESTS", "10000000",
            "PROVINCELINK_GATEWAY_LIMITS_CLIENT_REQUESTS", "10000000",
            "PROVINCELINK_GATEWAY_DESTINATIONS_ALLOWED", "127.0.0.1/32");

    TriedSuite() {
        super("the tried suite", SETTINGS);
    }
}
