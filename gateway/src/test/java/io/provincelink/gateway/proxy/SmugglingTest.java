package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose end two servers could see in different places; behind each of them hides another request. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SmugglingTest {

    private static final String HIDDEN = "GET /api/v1/gates/hidden HTTP/1.1\r\nHost: x\r\n\r\n";

    private final FakeService trade = FakeService.trade();
    private final List<String> reached = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        trade.answering(request -> request.body().onSuccess(body -> {
            reached.add(request.method() + " " + request.uri() + " " + body);
            request.response().putHeader("Content-Type", "application/json").end("{}");
        }));
    }

    @AfterEach
    void stop() {
        trade.stop();
    }

    /** Framing that RFC 9112 §6.3 and §7.1 call invalid: the connection is of no use any more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // two lengths
                "Content-Length: 0\r\nContent-Length: 60\r\n\r\n",
                "Content-Length: 0, 60\r\n\r\n",
                // lengths that are no numbers
                "Content-Length: +0\r\n\r\n",
                "Content-Length: 0x0\r\n\r\n",
                "Content-Length: -0\r\n\r\n",
                "Content-Length: 0 0\r\n\r\n",
                // other codings, and what looks like the one
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                " Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                // chunks that are none
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
            })
    void nothing_that_hides_behind_an_unclear_end_is_heard(String rest) {
        var seen = Wire.send("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\n" + rest + HIDDEN);
        assertThat(reached).noneMatch(request -> request.contains("hidden"));
        assertThat(seen.status()).isIn(0, 400, 413, 502);
        assertThat(seen.text().split("HTTP/1.1 ", -1).length).as(seen.text()).isLessThanOrEqualTo(2);
    }

    @Test
    void what_follows_a_clear_end_is_the_next_request() {
        var seen = Wire.send("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2;note=x\r\nab\r\n0\r\nX-Trailer: 1\r\n\r\n"
                + "GET /api/v1/gates/next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(seen.text().split("HTTP/1.1 200", -1)).hasSize(3);
        assertThat(reached).containsExactly("POST /api/v1/gates ab", "GET /api/v1/gates/next ");
    }

    /** RFC 9112 §6.3: the chunks decide. The service must not see the other length, by which it could see another end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 4"
            })
    void of_chunks_and_a_length_the_chunks_alone_reach_the_service(String both) {
        List<String> lengths = new CopyOnWriteArrayList<>();
        trade.answering(request -> request.body().onSuccess(body -> {
            lengths.add(
                    request.getHeader("Content-Length") + " " + request.getHeader("Transfer-Encoding") + " " + body);
            request.response().end("{}");
        }));
        Wire.send("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + both
                + "\r\n\r\n6\r\nabcdef\r\n0\r\n\r\n");
        assertThat(lengths).containsExactly("null chunked abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: x\r\nHost: y\r\n", "Host: x\r\nhost: x\r\n"})
    void two_hosts_are_one_too_many(String hosts) {
        var seen = Wire.send("GET /api/v1/gates HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n");
        assertThat(seen.status()).isEqualTo(400);
        assertThat(reached).isEmpty();
    }

    @Test
    void two_tokens_are_none() {
        var seen = Wire.get("/api/v1/gates", "Authorization: Bearer a.b.c", "Authorization: Bearer d.e.f");
        assertThat(seen.status()).isEqualTo(401);
        assertThat(reached).isEmpty();
    }

    @Test
    void a_body_that_comes_drop_by_drop_is_given_up() throws Exception {
        try (Socket socket = Wire.begin(
                "POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 999\r\n\r\n")) {
            long begun = System.nanoTime();
            // something always moves, so that it is not its silence that ends it
            while (socket.getInputStream().available() == 0 && System.nanoTime() - begun < 9_000_000_000L) {
                Wire.more(socket, "x");
                Thread.sleep(200);
            }
            var seen = Wire.rest(socket);
            assertThat(seen.status()).isEqualTo(408);
            assertThat(seen.body()).contains("urn:provincelink:problem:request-timeout");
        }
    }
}
