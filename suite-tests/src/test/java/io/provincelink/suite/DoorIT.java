package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be reached from outside, and how it looks there. */
@ExtendWith(SharedSuite.class)
class DoorIT {

    private final RunningSuite suite;

    DoorIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void the_contracts_of_all_services_are_one_document() {
        String contract = suite.get("/openapi").expect(200).response().body();

        assertThat(contract)
                .startsWith("openapi: 3.1")
                .contains(
                        "/api/v1/programmes/{id}/review",
                        "/api/v1/agreements",
                        "/api/v1/delegations",
                        "/api/v1/trade-figures")
                .doesNotContain("review-part");
    }

    @Test
    void internal_addresses_do_not_exist_outside() {
        for (String path : List.of(
                "/api/v1/review-part?parties=VN.02,CN.532600&period=2016/2020",
                "/q/health",
                "/q/metrics",
                "/api/v1/..%2fq/health",
                "/nowhere")) {
            var answer = suite.get(path).expect(404);
            assertThat(answer.header("Content-Type")).as(path).startsWith("application/problem+json");
        }
    }

    @Test
    void each_service_is_reached_through_the_gateway() {
        for (String path : List.of(
                "regions/VN.02",
                "agreements",
                "twinnings",
                "donations",
                "mechanisms",
                "meetings",
                "delegations",
                "gates",
                "trade-figures",
                "traffic-figures",
                "indicators")) {
            suite.get("/api/v1/" + path).expect(200);
        }
    }

    @Test
    void every_indicator_of_every_service_can_be_asked_for() {
        JsonNode indicators = suite.get("/api/v1/indicators").expect(200).json();
        assertThat(indicators.at("/unavailable")).isEmpty();
        assertThat(indicators.at("/items")).hasSizeGreaterThan(20);

        for (JsonNode indicator : indicators.at("/items")) {
            suite.get("/api/v1/observations?parties=VN.02,CN.532600&period=2016/2020&indicator="
                            + indicator.at("/code").asText())
                    .expect(200);
        }
    }

    @Test
    void every_listening_socket_is_on_loopback() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs /proc to look at sockets");
        Set<String> sockets = new HashSet<>();
        Stream.concat(
                        Stream.of(suite.launcherProcess(), suite.postmaster()),
                        Stream.concat(
                                suite.javaChildren().stream(),
                                suite.postmaster().descendants()))
                .forEach(process -> sockets.addAll(socketsOf(process.pid())));
        assertThat(sockets).isNotEmpty();

        Set<String> foreign = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] columns = line.strip().split("\\s+");
                boolean listens = columns.length > 9 && columns[3].equals("0A");
                if (listens && sockets.contains(columns[9]) && !isLoopback(columns[1])) {
                    foreign.add(columns[1]);
                }
            }
        }
        assertThat(foreign).isEmpty();
    }

    private static Set<String> socketsOf(long pid) {
        Set<String> inodes = new HashSet<>();
        String[] descriptors = Path.of("/proc/" + pid + "/fd").toFile().list();
        for (String descriptor : descriptors == null ? new String[0] : descriptors) {
            try {
                String target = Files.readSymbolicLink(Path.of("/proc/" + pid + "/fd/" + descriptor))
                        .toString();
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            } catch (IOException gone) {
                // what was closed while we looked listens to nothing; the others are still looked at
            }
        }
        return inodes;
    }

    /** Addresses in these tables are hexadecimal in the machine's byte order: 127.0.0.1, ::1, ::ffff:127.0.0.1. */
    private static boolean isLoopback(String address) {
        String host = address.substring(0, address.indexOf(':'));
        return host.equals("0100007F")
                || host.equals("00000000000000000000000001000000")
                || host.equals("0000000000000000FFFF00000100007F");
    }
}
