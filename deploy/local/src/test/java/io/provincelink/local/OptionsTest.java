package io.provincelink.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.local.directory.LaunchFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Path DEFAULT_DATA = Path.of("default data");

    @Test
    void without_options_the_gateway_listens_on_8080_and_the_dataset_is_loaded() {
        assertThat(parse()).isEqualTo(new Options(8080, DEFAULT_DATA, true, null, Options.Purpose.RUN));
    }

    @Test
    void options_are_taken_in_both_spellings() {
        assertThat(parse("--port", "9000", "--data=a directory", "--no-dataset"))
                .isEqualTo(new Options(9000, Path.of("a directory"), false, null, Options.Purpose.RUN));
        assertThat(parse("--data", "d", "--port=1", "--check"))
                .isEqualTo(new Options(1, Path.of("d"), true, null, Options.Purpose.CHECK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "80a", "999999", "٨٠٨٠"})
    void a_port_that_is_none_is_refused(String port) {
        assertThatThrownBy(() -> parse("--port", port))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("A port is a number from 1 to 65535, not '" + port + "'.");
    }

    @Test
    void an_identity_server_is_named_by_its_address() {
        URI server = URI.create("https://login.example.org/realms/provincelink");
        assertThat(parse("--oidc", server.toString()).oidc()).isEqualTo(server);
        assertThat(parse("--oidc=http://127.0.0.1:8180/realms/provincelink").oidc())
                .isEqualTo(URI.create("http://127.0.0.1:8180/realms/provincelink"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login.example.org", "ftp://login.example.org", "https://", "https://a b", "https://a?b"})
    void an_identity_server_without_a_web_address_is_refused(String address) {
        assertThatThrownBy(() -> parse("--oidc", address))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("An identity server has an address that begins with https:// or http://, not '" + address
                        + "'.");
    }

    @Test
    void an_unknown_option_is_named() {
        assertThatThrownBy(() -> parse("--prot", "1")).hasMessage("There is no option --prot: see --help.");
    }

    @Test
    void a_missing_value_is_named() {
        assertThatThrownBy(() -> parse("--data")).hasMessage("The option --data needs a value: see --help.");
        assertThatThrownBy(() -> parse("--port=")).hasMessage("The option --port needs a value: see --help.");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), DEFAULT_DATA);
    }
}
