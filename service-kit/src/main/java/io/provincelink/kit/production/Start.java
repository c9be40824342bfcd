package io.provincelink.kit.production;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where every application begins. What is wrong for production is said all at once and before anything is opened: no database has been
 * migrated, no port is there. Ends with 78, which is {@code EX_CONFIG}.
 */
@QuarkusMain
public final class Start {

    private static final int WRONG_CONFIGURATION = 78;

    private Start() {}

    public static void main(String... arguments) {
        Settings settings = settings();
        List<String> faults = ProductionFaults.of(settings);
        if (!faults.isEmpty()) {
            System.err.println(
                    refusal(settings.value("quarkus.application.name").orElse("The application"), faults));
            System.exit(WRONG_CONFIGURATION);
        }
        Quarkus.run(arguments);
    }

    static String refusal(String name, List<String> faults) {
        return faults.stream()
                .map(fault -> "\n- " + fault)
                .collect(Collectors.joining("", name + " does not start:", ""));
    }

    /** A trial says in its environment that it is one; to read everything else for it would make its start longer. */
    private static Settings settings() {
        Set<String> told = told("quarkus.profile").map(Start::profiles).orElse(Set.of());
        if (!ProductionFaults.isProduction(told)) {
            return new Settings(told, Start::told, Set.of(), List.of());
        }
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        return new Settings(
                new LinkedHashSet<>(config.getProfiles()),
                name -> config.getOptionalValue(name, String.class),
                StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                        .collect(Collectors.toSet()),
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    private static Set<String> profiles(String list) {
        return Stream.of(list.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private static Optional<String> told(String name) {
        Map<String, String> environment = System.getenv();
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getProperty(name, environment.get(variable)));
    }
}
