package io.provincelink.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private static MultiMap headers(String parent) {
        return MultiMap.caseInsensitiveMultiMap().add("traceparent", parent);
    }

    private static MultiMap passedOn(Trace trace) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("tracestate", "left=over");
        trace.passOn(headers);
        return headers;
    }

    @Test
    void goes_on_under_its_id_with_a_part_of_our_own() {
        Trace trace = Trace.from(headers("00-" + ID + "-" + PARENT + "-01"));
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.span()).matches("[0-9a-f]{16}").isNotEqualTo(PARENT);
        assertThat(passedOn(trace).get("traceparent")).isEqualTo("00-" + ID + "-" + trace.span() + "-01");
    }

    @Test
    void of_a_later_version_that_says_more_is_understood_as_far_as_we_know() {
        Trace trace = Trace.from(headers("cc-" + ID + "-" + PARENT + "-03-what-the-future-brings"));
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(passedOn(trace).get("traceparent")).startsWith("00-").endsWith("-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g",
                "00-4bf92f3577b34da6a3ce929d0e0e4736\n-00f067aa0ba902b7-01",
            })
    void that_is_none_is_replaced(String told) {
        Trace trace = Trace.from(headers(told).add("tracestate", "a=1"));
        assertThat(trace.id()).matches("[0-9a-f]{32}").isNotEqualTo(ID).doesNotMatch("0+");
        assertThat(trace.state()).isNull();
    }

    @Test
    void that_is_named_twice_is_replaced() {
        String one = "00-" + ID + "-" + PARENT + "-01";
        assertThat(Trace.from(headers(one).add("traceparent", one)).id()).isNotEqualTo(ID);
    }

    @Test
    void what_others_tell_each_other_goes_on_as_one_list() {
        MultiMap headers = headers("00-" + ID + "-" + PARENT + "-00")
                .add("tracestate", "congo=t61rcWkgMzE, rojo=00f067aa0ba902b7")
                .add("tracestate", "tenant@system=1");
        assertThat(passedOn(Trace.from(headers)).getAll("tracestate"))
                .containsExactly("congo=t61rcWkgMzE, rojo=00f067aa0ba902b7,tenant@system=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-equals-sign", "UPPER=1", "a=1,=2", "a=Nguyễn"})
    void what_others_tell_each_other_wrongly_ends_here_and_the_trace_goes_on(String state) {
        Trace trace = Trace.from(headers("00-" + ID + "-" + PARENT + "-00").add("tracestate", state));
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(passedOn(trace).contains("tracestate")).isFalse();
    }

    @Test
    void what_others_tell_each_other_at_length_ends_here() {
        MultiMap headers = headers("00-" + ID + "-" + PARENT + "-00")
                .add("tracestate", "a=" + "x".repeat(250) + ",b=" + "x".repeat(250) + ",c=" + "x".repeat(20));
        assertThat(Trace.from(headers).state()).isNull();
    }

    @Test
    void is_named_by_what_is_said_on_its_behalf_and_by_nothing_after_that() {
        Trace trace = Trace.begin();
        trace.say(() -> assertThat(MDC.get(Trace.LOG_KEY)).isEqualTo(trace.id()));
        assertThat(MDC.get(Trace.LOG_KEY)).isNull();
        assertThat(Trace.current()).isEmpty();
    }
}
