package io.provincelink.suite;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One suite for the tests that send a great many requests to every operation: nobody is sent away for asking too much, and what they leave
 * behind is in no other test's way.
 */
final class TriedSuite implements BeforeAllCallback, ParameterResolver {

    private static final Map<String, String> SETTINGS = Map.of(
            "PROVINCELINK_GATEWAY_LIMITS_ANONYMOUS_REQUESTS", "10000000",
            "PROVINCELINK_GATEWAY_LIMITS_CLIENT_REQUESTS", "10000000",
            "PROVINCELINK_GATEWAY_DESTINATIONS_ALLOWED", "127.0.0.1/32");

    /** Closed by JUnit at the end of the run. */
    private record Holder(RunningSuite suite) implements AutoCloseable {
        @Override
        public void close() {
            suite.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        suite(context);
    }

    private static RunningSuite suite(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(TriedSuite.class))
                .getOrComputeIfAbsent(
                        "suite",
                        key -> new Holder(RunningSuite.withNewData("the tried suite", List.of(), SETTINGS)),
                        Holder.class)
                .suite();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return suite(context);
    }
}
