package io.provincelink.kit.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionFaultsTest {

    private static final Map<String, String> GOOD = Map.of(
            "quarkus.oidc.auth-server-url", "https://login.example.org/realms/provincelink",
            "quarkus.oidc.token.audience", "provincelink",
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://database/agreements",
            "quarkus.datasource.username", "agreements",
            "quarkus.datasource.password", "tD7-o2kLm");

    private static List<String> faults(Set<String> profiles, Map<String, String> changes, String... jvm) {
        Map<String, String> all = new HashMap<>(GOOD);
        all.putAll(changes);
        return ProductionFaults.of(
                new Settings(profiles, name -> Optional.ofNullable(all.get(name)), all.keySet(), List.of(jvm)));
    }

    private static List<String> inProduction(Map<String, String> changes, String... jvm) {
        return faults(Set.of("prod"), changes, jvm);
    }

    @Test
    void what_is_right_is_not_found_fault_with() {
        assertThat(inProduction(Map.of())).isEmpty();
        assertThat(inProduction(Map.of(
                        "quarkus.oidc.token.issuer", "https://login.example.org/realms/provincelink",
                        "quarkus.oidc.jwks-path", "/protocol/openid-connect/certs",
                        "quarkus.http.cors.enabled", "true",
                        "quarkus.http.cors.origins", "https://map.example.org,/https://[a-z]+\\.example\\.org/",
                        "provincelink.gateway.destinations.allowed", "10.1.2.0/24",
                        "quarkus.log.level", "INFO",
                        "quarkus.http.access-log.enabled", "true",
                        "quarkus.http.access-log.pattern", "common")))
                .isEmpty();
    }

    /** Each of them alone, by a word of the one sentence that it gets. */
    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "quarkus.oidc.public-key|MIIB|fixed key",
                "quarkus.oidc.auth-server-url|``|No identity server",
                "quarkus.oidc.auth-server-url|http://login.example.org|in place of the server's",
                "quarkus.oidc.jwks-path|http://login.example.org/keys|in place of the server's",
                "quarkus.oidc.tls.verification|none|Certificates are not checked",
                "quarkus.tls.trust-all|true|Certificates are not checked",
                "quarkus.tls.keycloak.trust-all|true|Certificates are not checked",
                "quarkus.oidc.token.issuer|urn:provincelink:local:1|local launcher's issuer",
                "quarkus.oidc.token.issuer|http://login.example.org|no https address",
                "quarkus.oidc.token.issuer|any|no https address",
                "quarkus.oidc.token.audience|``|made for other systems",
                "quarkus.oidc.token.audience|provincelink,any|made for other systems",
                "quarkus.oidc.token.signature-algorithm|HS256|signed with a secret",
                "quarkus.oidc.tenant-enabled|false|Tokens are not checked",
                "provincelink.gateway.destinations.allowed|10.1.2.0/24,127.0.0.1/32|call the machine that it runs on",
                "provincelink.gateway.destinations.allowed|169.254.0.0/16|call the machine that it runs on",
                "quarkus.log.level|DEBUG|Logs would have tokens",
                "quarkus.log.category.\"io.quarkus\".level|TRACE|Logs would have tokens",
                "quarkus.log.category.\"io.quarkus.oidc.runtime.OidcProvider\".level|debug|Logs would have tokens",
                "quarkus.log.category.\"org.hibernate.SQL\".level|DEBUG|Logs would have tokens",
                "quarkus.hibernate-orm.log.sql|true|Statements would stand in the log",
                "quarkus.hibernate-orm.\"keys\".log.bind-parameters|true|Statements would stand in the log",
                "quarkus.datasource.password|``|has no password",
                "quarkus.datasource.password|agreements|name of its role",
            })
    void each_fault_is_one_sentence(String name, String value, String said) {
        assertThat(inProduction(Map.of(name, value))).singleElement().asString().contains(said, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "/.*/", "/https?://.*/", "https://map.example.org,*", "null"})
    void origins_that_are_anybodys_are_a_fault_where_other_origins_are_let_in(String origins) {
        assertThat(inProduction(Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", origins)))
                .singleElement()
                .asString()
                .contains("Pages of any origin");
        assertThat(inProduction(Map.of("quarkus.http.cors.origins", origins))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005",
                "-Xrunjdwp:transport=dt_socket",
                "-Dcom.sun.management.jmxremote.port=9010"
            })
    void a_jvm_that_others_can_get_hold_of_is_a_fault(String argument) {
        assertThat(inProduction(Map.of(), "-Xmx512m", argument))
                .singleElement()
                .asString()
                .contains("JVM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%h %{i,Authorization}", "%{ALL_REQUEST_HEADERS}", "%h %{i,cookie}"})
    void an_access_log_with_tokens_is_a_fault(String pattern) {
        assertThat(inProduction(
                        Map.of("quarkus.http.access-log.enabled", "true", "quarkus.http.access-log.pattern", pattern)))
                .singleElement()
                .asString()
                .contains("access log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.datasource.keys.jdbc.url",
                "quarkus.datasource.\"keys\".jdbc.url",
                "QUARKUS_DATASOURCE_KEYS_JDBC_URL"
            })
    void every_database_needs_a_password_however_it_is_spelled(String name) {
        String url = "jdbc:postgresql://database/keys";
        Map<String, String> keys = new HashMap<>(Map.of("quarkus.datasource.keys.jdbc.url", url));
        keys.put(name, url);
        assertThat(inProduction(keys)).singleElement().asString().contains("quarkus.datasource.keys.password");
    }

    @Test
    void all_faults_are_said_at_once() {
        List<String> faults = inProduction(Map.of(
                "quarkus.oidc.public-key", "MIIB",
                "quarkus.oidc.auth-server-url", "",
                "quarkus.oidc.token.issuer", "urn:provincelink:local:1",
                "quarkus.datasource.password", ""));
        assertThat(faults).hasSize(4);
        assertThat(Start.refusal("gateway", faults))
                .startsWith("gateway does not start:\n- ")
                .hasLineCount(5);
    }

    @ParameterizedTest
    @CsvSource({"local", "test", "dev", "'local,dev'"})
    void a_trial_may_do_as_it_likes(String profiles) {
        assertThat(faults(Set.of(profiles.split(",")), Map.of("quarkus.oidc.public-key", "MIIB")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"prod", "staging", "'local,prod'", "''"})
    void whatever_is_not_expressly_a_trial_is_production(String profiles) {
        Set<String> active = profiles.isEmpty() ? Set.of() : Set.of(profiles.split(","));
        assertThat(faults(active, Map.of("quarkus.oidc.public-key", "MIIB"))).isNotEmpty();
    }

    @Test
    void the_local_profile_does_not_listen_to_others() {
        assertThat(faults(Set.of("local"), Map.of("quarkus.http.host", "0.0.0.0")))
                .singleElement()
                .asString()
                .contains("0.0.0.0");
        assertThat(faults(Set.of("local"), Map.of("quarkus.http.host", "127.0.0.1")))
                .isEmpty();
    }
}
