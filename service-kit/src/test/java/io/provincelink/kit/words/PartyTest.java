package io.provincelink.kit.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyTest {

    private static final Text NAME = Text.vi("Ủy ban nhân dân tỉnh");

    @ParameterizedTest
    @ValueSource(strings = {"VN", "VN.02", "CN.532600", "XA.01101", "CN.532624001ABC"})
    void a_party_is_a_units_code(String code) {
        assertThat(Violations.of(new Party(code, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "V", "vn.02", "VN.", "VN.0a", "VN-02", "VNM.02", " VN.02", "VN.02\n", "VN.1234567890123"})
    void anything_else_is_none(String code) {
        assertThat(Violations.of(new Party(code, null))).containsExactly("region {provincelink.region.code}");
    }

    @Test
    void a_body_needs_its_region_name_and_channel() {
        assertThat(Violations.of(new Party("VN.02", new Body("VN.02", NAME, Channel.STATE))))
                .isEmpty();
        assertThat(Violations.of(new Party("VN.02", new Body(null, null, null))))
                .hasSize(3);
        assertThat(Violations.of(new Party("VN.02", new Body("VN.02", Text.en(" "), Channel.PARTY))))
                .containsExactly("body.name.en {provincelink.text.blank}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hagiang.gov.vn/a?b=c", "http://x"})
    void a_source_may_say_where_it_is_read(String url) {
        assertThat(Violations.of(source(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://x", "https://", "https://a b", "//x", ""})
    void a_source_names_only_web_addresses(String url) {
        assertThat(Violations.of(source(url))).containsExactly("url {provincelink.url}");
    }

    @Test
    void an_external_id_is_a_systems_name_and_a_key_without_blanks() {
        assertThat(Violations.of(new ExternalId("gov.partner", "A/12:3"))).isEmpty();
        assertThat(Violations.of(new ExternalId("Gov", "a b"))).hasSize(2);
        assertThat(new ExternalId("gov.partner", "A/12:3")).hasToString("gov.partner:A/12:3");
    }

    private static Source source(String url) {
        return new Source(Text.en("Report"), "Portal", null, null, url, null);
    }
}
