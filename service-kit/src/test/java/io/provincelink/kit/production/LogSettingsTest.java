package io.provincelink.kit.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSettingsTest {

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
        assertThat(of(profile).getValue("quarkus.log.console.json.enabled", Boolean.class))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({"timestamp=time", "loggerName=category", "mdc=context"})
    void fields_have_the_names_that_the_docs_say(String name) throws IOException {
        assertThat(of("prod").getValue("quarkus.log.console.json.key-overrides", String.class))
                .contains(name);
        assertThat(of("prod").getValue("quarkus.log.console.json.additional-field.service.value", String.class))
                .isEqualTo("gateway");
    }
}
