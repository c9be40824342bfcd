package io.provincelink.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which instance of a service is asked. */
class FleetTest {

    private final Fleet fleet =
            new Fleet(Upstream.TRADE, List.of(URI.create("http://10.0.0.1:8083"), URI.create("http://10.0.0.2:8083")));

    @Test
    void all_that_are_ready_are_asked() {
        assertThat(picked(Set.of())).hasSize(2);
        assertThat(fleet.size()).isEqualTo(2);
    }

    @Test
    void one_that_is_not_ready_is_not_asked() {
        Instance ill = fleet.instances().get(0);
        ill.becomes(false);
        assertThat(picked(Set.of())).containsExactly(fleet.instances().get(1));
        assertThat(fleet.size()).isOne();
        ill.becomes(true);
        assertThat(picked(Set.of())).hasSize(2);
    }

    @Test
    void where_none_is_ready_any_will_do() {
        fleet.instances().forEach(instance -> instance.becomes(false));
        assertThat(picked(Set.of())).hasSize(2);
        assertThat(fleet.size()).isOne();
    }

    @Test
    void a_second_try_goes_to_another() {
        Instance asked = fleet.instances().get(0);
        assertThat(picked(Set.of(asked))).containsExactly(fleet.instances().get(1));
        assertThat(picked(Set.copyOf(fleet.instances()))).hasSize(2);
    }

    @Test
    void a_name_stands_for_its_addresses() {
        Fleet named = new Fleet(Upstream.TRADE, List.of(URI.create("http://localhost:8083")));
        assertThat(named.hasNames()).isTrue();
        assertThat(fleet.hasNames()).isFalse();
        named.lookUp();
        assertThat(named.instances().toString()).contains("127.0.0.1:8083").doesNotContain("localhost");
        List<Instance> before = named.instances();
        named.lookUp();
        assertThat(named.instances()).isEqualTo(before);
    }

    @Test
    void a_name_that_nobody_knows_keeps_what_there_was() {
        Fleet named = new Fleet(Upstream.TRADE, List.of(URI.create("http://nobody.invalid:8083")));
        named.lookUp();
        assertThat(named.instances()).hasSize(1);
    }

    private Set<Instance> picked(Set<Instance> asked) {
        Set<Instance> picked = new HashSet<>();
        IntStream.range(0, 100).forEach(i -> picked.add(fleet.pick(asked)));
        return picked;
    }
}
