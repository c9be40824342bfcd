package io.provincelink.gateway.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private final List<String> asked = new ArrayList<>();

    private Targets leadingTo(List<String> allowed, String... addresses) {
        TargetSettings settings = new TargetSettings() {
            @Override
            public Optional<List<String>> allowed() {
                return Optional.of(allowed);
            }

            @Override
            public Optional<String> trusted() {
                return Optional.empty();
            }
        };
        return new Targets(
                host -> {
                    asked.add(host);
                    List<InetAddress> found = new ArrayList<>();
                    for (String address : addresses) {
                        found.add(InetAddress.getByName(address));
                    }
                    return found;
                },
                settings);
    }

    private static void assertRefused(Targets targets, String url, String code) {
        assertThatThrownBy(() -> targets.find(Target.of(url)))
                .isInstanceOfSatisfying(TargetRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "100.63.255.255", "172.32.0.1", "2606:4700::1111", "2a00:1450::1"})
    void whatIsPublicIsFound(String address) throws Exception {
        Targets.Found found = leadingTo(List.of(), address).find(Target.of("https://partner.example/x"));
        assertThat(found.address()).isEqualTo(InetAddress.getByName(address));
        assertThat(asked).containsExactly("partner.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "168.63.129.16",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void whatIsNotIsRefusedAlsoBesideSomethingPublic(String address) {
        assertRefused(leadingTo(List.of(), address), "https://partner.example/", "target-not-public");
        assertRefused(leadingTo(List.of(), "8.8.8.8", address), "https://partner.example/", "target-not-public");
        assertRefused(leadingTo(List.of(), address, "8.8.8.8"), "https://partner.example/", "target-not-public");
    }

    @Test
    void anExceptionIsForItsBlockAloneAndMayDoWithoutTls() throws Exception {
        List<String> allowed = List.of("127.0.0.1/32", "fd00::/8");
        assertThat(leadingTo(allowed, "127.0.0.1")
                        .find(Target.of("http://127.0.0.1:1/"))
                        .address())
                .isEqualTo(InetAddress.getByName("127.0.0.1"));
        leadingTo(allowed, "fd12::1").find(Target.of("https://inside.example/"));
        assertRefused(leadingTo(allowed, "127.0.0.2"), "http://127.0.0.2/", "target-not-public");
        assertRefused(leadingTo(allowed, "127.0.0.1", "10.0.0.1"), "https://x.example/", "target-not-public");
        assertRefused(leadingTo(allowed, "8.8.8.8"), "http://partner.example/", "target-not-https");
    }

    @Test
    void aNameThatIsNotFoundIsRefused() {
        assertRefused(leadingTo(List.of()), "https://partner.example/", "target-unknown");
        Targets lost = new Targets(
                host -> {
                    throw new UnknownHostException(host);
                },
                new TargetSettings() {
                    @Override
                    public Optional<List<String>> allowed() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> trusted() {
                        return Optional.empty();
                    }
                });
        assertRefused(lost, "https://partner.example/", "target-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost/8", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/x", "::/129", ""})
    void aBlockThatIsNoneIsAFaultOfTheConfiguration(String block) {
        assertThatThrownBy(() -> Network.of(block)).isInstanceOf(IllegalArgumentException.class);
    }
}
