package io.provincelink.local;

import io.provincelink.local.identity.Trust;
import io.provincelink.local.postgres.PostgresServer;
import io.provincelink.local.process.Application;
import io.provincelink.local.process.Ports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which applications make up the suite, on which ports they listen and how each is configured. */
final class Plan {
    /** The gateway's module, and the name of its own database and role. */
    static final String GATEWAY = "gateway";

    private static final String AGREEMENTS = "agreements";
    private static final String EXCHANGES = "exchanges";

    /** Name of a service's database, and of its role there; its module is called {@code <name>-service}. */
    static final List<String> SERVICES = List.of(AGREEMENTS, EXCHANGES, "trade");

    /** Name of the database with the keys of what the exchanges keep sealed, and of its role. */
    private static final String KEYS = "exchanges_keys";

    private final Installation installation;
    private final Trust trust;
    private final Ports ports;
    private final GatewayPossessions possessions;
    private final Map<String, Integer> servicePorts = new LinkedHashMap<>();

    Plan(Installation installation, Trust trust, Ports ports, GatewayPossessions possessions) {
        this.installation = installation;
        this.trust = trust;
        this.ports = ports;
        this.possessions = possessions;
        SERVICES.forEach(service -> servicePorts.put(service, ports.free()));
    }

    /** Names of all databases, and of their roles. */
    static List<String> databases() {
        List<String> databases = new ArrayList<>(SERVICES);
        databases.add(KEYS);
        databases.add(GATEWAY);
        return databases;
    }

    /** The database need not be there when the gateway starts. */
    Application gateway(int port, PostgresServer postgres) {
        Map<String, String> environment = new LinkedHashMap<>(possessions.environment());
        environment.put("PROVINCELINK_GATEWAY_STORE_URL", postgres.jdbcUrl(GATEWAY));
        environment.put("PROVINCELINK_GATEWAY_STORE_USERNAME", GATEWAY);
        environment.put("PROVINCELINK_GATEWAY_STORE_PASSWORD", postgres.password(GATEWAY));
        servicePorts.forEach((service, servicePort) ->
                environment.put("PROVINCELINK_GATEWAY_" + service.toUpperCase(Locale.ROOT) + "_URL", url(servicePort)));
        return application(GATEWAY, port, environment);
    }

    List<Application> services(PostgresServer postgres) {
        List<Application> services = new ArrayList<>();
        servicePorts.forEach((service, port) -> {
            Map<String, String> environment = new LinkedHashMap<>(database("QUARKUS_DATASOURCE", service, postgres));
            if (service.equals(EXCHANGES)) {
                environment.putAll(database("QUARKUS_DATASOURCE_KEYS", KEYS, postgres));
                environment.put("PROVINCELINK_AGREEMENTS_URL", url(servicePorts.get(AGREEMENTS)));
            }
            services.add(application(service + "-service", port, environment));
        });
        return services;
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static Map<String, String> database(String prefix, String name, PostgresServer postgres) {
        return Map.of(
                prefix + "_JDBC_URL", postgres.jdbcUrl(name),
                prefix + "_USERNAME", name,
                prefix + "_PASSWORD", postgres.password(name));
    }

    private Application application(String module, int port, Map<String, String> own) {
        int managementPort = ports.free();
        Map<String, String> environment = new LinkedHashMap<>(own);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        // Without it an application takes itself for one in production, where it would refuse to start with a key like
        // ours.
        environment.put("QUARKUS_PROFILE", "local");
        environment.putAll(trust.settings());
        environment.put("PROVINCELINK_EXIT_WITH_STDIN", "true");
        environment.put(
                "PROVINCELINK_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        return new Application(module, installation.application(module), managementPort, environment);
    }
}
