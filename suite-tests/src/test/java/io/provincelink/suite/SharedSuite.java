package io.provincelink.suite;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One suite for all tests that leave it running; stopped after the last of them. */
final class SharedSuite implements BeforeAllCallback, ParameterResolver {

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
                .getStore(Namespace.create(SharedSuite.class))
                .getOrComputeIfAbsent(
                        "suite", key -> new Holder(RunningSuite.withNewData("the shared suite")), Holder.class)
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
