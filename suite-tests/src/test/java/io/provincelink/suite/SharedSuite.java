package io.provincelink.suite;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One suite for all tests that leave it running and its figures as they are; stopped after the last of them. */
class SharedSuite implements BeforeAllCallback, ParameterResolver {

    private final String name;
    private final Map<String, String> settings;

    SharedSuite() {
        this("the shared suite", Map.of());
    }

    SharedSuite(String name, Map<String, String> settings) {
        this.name = name;
        this.settings = settings;
    }

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

    private RunningSuite suite(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedSuite.class))
                .getOrComputeIfAbsent(
                        name, key -> new Holder(RunningSuite.withNewData(name, List.of(), settings)), Holder.class)
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
