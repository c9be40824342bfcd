package io.provincelink.gateway.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "https://partner.example/hooks, partner.example, 443, /hooks, partner.example",
        "HTTPS://Partner.Example, partner.example, 443, /, partner.example",
        "https://partner.example:8443/a%20b?c=d&e, partner.example, 8443, /a%20b?c=d&e, partner.example:8443",
        "https://203.0.113.7/x, 203.0.113.7, 443, /x, 203.0.113.7",
        "https://[2001:DB8::1]:444/x, 2001:db8::1, 444, /x, [2001:db8::1]:444",
        "http://partner.example/, partner.example, 80, /, partner.example",
        "https://xn--mnchen-3ya.example/, xn--mnchen-3ya.example, 443, /, xn--mnchen-3ya.example",
    })
    void isReadInItsOneSpelling(String url, String host, int port, String path, String authority) throws TargetRefused {
        Target target = Target.of(url);
        assertThat(target).isEqualTo(new Target(!url.startsWith("http:"), host, port, path));
        assertThat(target.authority()).isEqualTo(authority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https:///x",
                "https://partner.example.",
                "https://partner..example",
                "https://-partner.example",
                "https://partner_x.example",
                "https://partner.example:/x",
                "https://partner.example:0/x",
                "https://partner.example:65536/x",
                "https://partner.example/x#y",
                "https://user@partner.example/",
                "https://user:word@partner.example/",
                "https://@partner.example/",
                "https://partner.example@127.0.0.1/",
                "https://partner.example\\@127.0.0.1/",
                "https://partner.example/a b",
                "https://partner.example/\r\nX: y",
                "https://partner.example/é",
                "https://pártner.example/",
                "https://①②⑦.0.0.1/",
                // numbers that some take for 127.0.0.1
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.0.01/",
                "https://127.0.0.1./",
                "https://256.0.0.1/",
                "https://x.0x7f/",
                "https://[fe80::1%25eth0]/",
                "https://[::1",
                "https://[v1.x]/",
            })
    void whatCouldBeReadDifferentlyIsRefused(String url) {
        assertThatThrownBy(() -> Target.of(url)).isInstanceOf(TargetRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://partner.example/", "file:///etc/passwd", "gopher://x/", "//partner.example/", "x"})
    void onlyHttpsGoesOut(String url) {
        assertThatThrownBy(() -> Target.of(url))
                .isInstanceOfSatisfying(TargetRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("target-not-https"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2001, 100_000})
    void aLongOneIsRefused(int length) {
        assertThatThrownBy(() -> Target.of("https://partner.example/" + "x".repeat(length)))
                .isInstanceOf(TargetRefused.class);
    }
}
