package io.provincelink.local;

import io.provincelink.local.identity.Tokens;
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
    /** The gateway's module. */
    static final String GATEWAY = "gateway";

    private static final String AGREEMENTS = "agreements";
    private static final String EXCHANGES = "exchanges";

    /** Name of a service's database, and of its role there; its module is called {@code <name>-service}. */
    static final List<String> SERVICES = List.of(AGREEMENTS, EXCHANGES, "trade");

    private final Installation installation;
    private final Tokens tokens;
    private final Ports ports;
    private final Map<String, Integer> servicePorts = new LinkedHashMap<>();

    Plan(Installation installation, Tokens tokens, Ports ports) {
        this.installation = installation;
        this.tokens = tokens;
        this.ports = ports;
        SERVICES.forEach(service -> servicePorts.put(service, ports.free()));
    }

    Application gateway(int port) {
        Map<String, String> environment = new LinkedHashMap<>();
        servicePorts.forEach((service, servicePort) ->
                environment.put("PROVINCELINK_GATEWAY_" + service.toUpperCase(Locale.ROOT) + "_URL", url(servicePort)));
        return application(GATEWAY, port, environment);
    }

    List<Application> services(PostgresServer postgres) {
        List<Application> services = new ArrayList<>();
        servicePorts.forEach((service, port) -> {
            Map<String, String> environment = new LinkedHashMap<>();
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service));
            environment.put("QUARKUS_DATASOURCE_USERNAME", service);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password(service));
            if (service.equals(EXCHANGES)) {
                environment.put("PROVINCELINK_AGREEMENTS_URL", url(servicePorts.get(AGREEMENTS)));
            }
            services.add(application(service + "-service", port, environment));
        });
        return services;
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private Application application(String module, int port, Map<String, String> own) {
        int managementPort = ports.free();
        Map<String, String> environment = new LinkedHashMap<>(own);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", tokens.key().publicKeyBase64());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", tokens.issuer());
        environment.put("QUARKUS_OIDC_TOKEN_AUDIENCE", Tokens.AUDIENCE);
        environment.put("PROVINCELINK_EXIT_WITH_STDIN", "true");
        environment.put(
                "PROVINCELINK_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        return new Application(module, installation.application(module), managementPort, environment);
    }
}
