package io.provincelink.kit.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.json.runtime.AdditionalField;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.logging.json.runtime.JsonLogConfig.AdditionalFieldConfig.Type;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSettingsTest {

    private static final String JSON = "quarkus.log.console.json.";

    private static SmallRyeConfig of(String profile) throws IOException {
        URL settings = Objects.requireNonNull(
                LogSettingsTest.class.getClassLoader().getResource("META-INF/microprofile-config.properties"));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(settings, 100))
                .withDefaultValue("quarkus.application.name", "gateway")
                .build();
    }

    @ParameterizedTest
    @CsvSource({"prod, true", "staging, true", "local, false", "test, false", "dev, false"})
    void logs_are_for_machines_wherever_it_does_not_say_that_it_is_a_trial(String profile, boolean json)
            throws IOException {
        assertThat(of(profile).getValue(JSON + "enabled", Boolean.class)).isEqualTo(json);
    }

    @Test
    void a_line_has_these_fields_and_no_others() throws IOException {
        SmallRyeConfig config = of("prod");
        AdditionalField service = new AdditionalField(
                config.getValue(JSON + "additional-field.service.value", String.class), Type.STRING);
        JsonFormatter formatter = new JsonFormatter(
                config.getValue(JSON + "key-overrides", String.class),
                new HashSet<>(config.getValues(JSON + "excluded-keys", String.class)),
                Map.of("service", service));
        ExtLogRecord said = new ExtLogRecord(Level.WARN, "trade-service: gone", LogSettingsTest.class.getName());
        said.setLoggerName("io.provincelink.gateway");
        said.putMdc("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");

        JsonNode line = new ObjectMapper().readTree(formatter.format(said));

        assertThat(line.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("time", "level", "service", "category", "message", "context");
        assertThat(line.path("service").asText()).isEqualTo("gateway");
        assertThat(line.path("category").asText()).isEqualTo("io.provincelink.gateway");
        assertThat(line.at("/context/traceId").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }
}
