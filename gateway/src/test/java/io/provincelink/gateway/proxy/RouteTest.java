package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.problem.CommonProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sdmx/2.1/dataflow/all/all/latest/, TRADE",
        "'/api/v1/sdmx/2.1/data/PROVINCELINK,TRADE,1.0/M.XA_01+XA_02......', TRADE",
        "/api/v1/sdmx/2.1/data/PROVINCELINK%2CTRADE%2C1.0/......./all, TRADE",
        "/api/v1/regions, AGREEMENTS",
        "/api/v1/regions/VN.02, AGREEMENTS",
        "/api/v1/programmes/x/assessment, AGREEMENTS",
        "/api/v1/programmes/x/review/more, AGREEMENTS",
        "/api/v1/offline-bundle, AGREEMENTS",
        "/api/v1/poverty-lists/x, AGREEMENTS",
        "/api/v1/programmes/x/renewals, AGREEMENTS",
        "/api/v1/regions/VN.08/twinnings, AGREEMENTS",
        "/api/v1/agreements/by-external-id/dms.xa/1.2:%C4%91+b, AGREEMENTS",
        "/api/v1/agreements/by-external-id/dms/12%2F2026%2FQ%C4%90-UBND, AGREEMENTS",
        "/api/v1/agreements/by-external-id/dms/12%2f2026/, AGREEMENTS",
        "/api/v1/agreements/by-external-id/dms/a%5Cb%3Bc, AGREEMENTS",
        "/api/v1/agreements/by-external-id/dms/50%25, AGREEMENTS",
        "/api/v1/agreements/by-external-id/dms/x%252Fy, AGREEMENTS",
        "/api/v1/agreements/by-external-id/dms/a..b%2F...%2Fc, AGREEMENTS",
        "/api/v1/programmes/by-external-id/dms/review, AGREEMENTS",
        "/api/v1/calendar.ics, EXCHANGES",
        "/api/v1/calendar-feeds, EXCHANGES",
        "/api/v1/calendar-feeds/Zm_9-0AbCdEfGhIjKlMnOpQrStUvWxYz0123456789A/calendar.ics, EXCHANGES",
        "/api/v1/mechanisms/x/compliance, EXCHANGES",
        "/api/v1/sdmx/2.1/data/DF/M.VN02..EXPORT+IMPORT/all/, TRADE",
        "/api/v1/gates/th%C3%A1nh, TRADE",
        "/api/v1/trade-progress, TRADE",
    })
    void aServiceAnswersForItsCollections(String path, Upstream service) {
        assertThat(route(path)).isEqualTo(new Route.To(service));
    }

    @ParameterizedTest
    @EnumSource(Upstream.class)
    void everyAddressOfAContractLeadsSomewhere(Upstream service) throws IOException {
        Path contract = Path.of("..", service.title(), "openapi", "openapi.yaml");
        List<String> addresses = Files.readAllLines(contract).stream()
                .filter(line -> line.matches("  /api/v1/.*:"))
                .map(line -> line.strip().replaceAll(":$", "").replaceAll("\\{[^}]*}", "x"))
                .toList();
        String indicator = Upstream.knownIndicators()
                .filter(code -> Upstream.ofIndicator(code).equals(Optional.of(service)))
                .findFirst()
                .orElseThrow();

        assertThat(addresses).hasSizeGreaterThan(5).allSatisfy(path -> assertThat(
                        Route.of(path, path, () -> List.of(indicator)))
                .isNotInstanceOf(Route.Refused.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dms/x", "dms/12%2F2026", "stat.xa/50%25/"})
    void aFigureUnderAPartnersKeyIsWhereItsIndicatorIsCounted(String key) {
        String path = "/api/v1/observations/by-external-id/" + key;

        assertThat(Route.of(path, path, () -> List.of("delegations"))).isEqualTo(new Route.To(Upstream.EXCHANGES));
        assertThat(Route.of(path, path, () -> List.of("exports"))).isEqualTo(new Route.To(Upstream.TRADE));
        assertThat(Route.of(path, path, List::of)).isInstanceOf(Route.Refused.class);
        assertThat(Route.of(path + "/..", path, () -> List.of("exports"))).isInstanceOf(Route.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/indicators",
                "/api/v1/indicators/",
                "/api/v1/changes",
                "/api/v1/webhooks/x/deliveries",
                "/api/v1/programmes/x/review",
                "/api/v1/programmes/x/review/",
                "/api/v1/programmes/x/trade-progress",
                "/docs",
                "/",
            })
    void theGatewayAnswersForWhatItComposes(String path) {
        assertThat(route(path)).isInstanceOf(Route.Here.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/",
                "/api/v1/nothing",
                "/api/v1/review-part",
                "/api/v1/review-part/",
                "/api/v1/change-head",
                "/api/v1/changes/x",
                "/api/v1/Regions",
                "/api/v1/indicators/exports",
                "/api/v1/%72egions",
                "/api/v1/regions%2F..%2Freview-part",
                "/api/v1/regions/../review-part",
                "/api/v1/regions/%2e%2e/review-part",
                "/api/v1/regions/.%2E/review-part",
                "/api/v1/regions/..;/review-part",
                "/api/v1/agreements/a%2Fb",
                "/api/v1/agreements/50%25/history",
                "/api/v1/agreements/by-external-id/a%2Fb",
                "/api/v1/agreements/by-external-id/d%2Fms/x",
                "/api/v1/agreements/by-external-id/../x",
                "/api/v1/agreements/by-external-id//x",
                "/api/v1/agreements/x/by-external-id/dms/a%2Fb",
                "/api/v1/agreements/by-external%2Did/dms/a%2Fb",
                "/api/v1/review-part/by-external-id/dms/x",
                "/api/v1/indicators/by-external-id/dms/a%2Fb",
                "/api/v1/../by-external-id/dms/a%2Fb",
                "/api/v1/regions;x=y",
                "/api/v1/regions/x%3B..",
                "/api/v1//review-part",
                "/api/v1/regions//x",
                "/api/v1/regions/%252e%252e/x",
                "/api/v1/./review-part",
                "/api/v1/regions/%5c..%5creview-part",
                "/api/v1/regions/%00",
                "/api/v1/regions/%",
                "/api/v1/regions/%zz",
                "/api/v1/regions/a\\b",
                "/api/v1/regions/\u00e9",
            })
    void whateverIsNotInTheTableOrSpeltOtherwiseLeadsNowhere(String path) {
        assertThat(route(path)).isInstanceOfSatisfying(Route.Refused.class, refused -> assertThat(
                        refused.problem().type())
                .isEqualTo(CommonProblem.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource({
        "12/2026, /, not-encoded",
        "12/2026/Q%C4%90, /, not-encoded",
        "../x, /, not-encoded",
        "a;b, ;, not-encoded",
        "a\\b, \\, not-encoded",
        "50%, %, not-encoded",
        "a%zz, %, not-encoded",
        ".., .., no-address",
        "%2e%2E, .., no-address",
        ".%2Fx, ., no-address",
        "..%2F..%2Freview-part, .., no-address",
        "x%2F..%2F..%2Freview-part, .., no-address",
        "x%5c..%5Creview-part, .., no-address",
        "a%20b, '', no-key",
        "a%00, '', no-key",
        "a%0d%0aX-Y:z, '', no-key",
        "\u00e9, '', no-key",
    })
    void aKeyThatCannotBeASegmentIsRefusedSayingWhy(String key, String named, String code) {
        assertThat(route("/api/v1/agreements/by-external-id/dms/" + key))
                .isInstanceOfSatisfying(Route.Refused.class, refused -> {
                    assertThat(refused.problem().type()).isEqualTo(CommonProblem.VALIDATION);
                    var fault = refused.problem().faults().get(0);
                    assertThat(fault.pointer()).isEqualTo("{id}");
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.args().toString()).contains(named);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//api/v1/review-part", "/x/../api/v1/review-part", "/%61pi/v1/review-part", "/docs/..%2fapi"})
    void anAddressInDisguiseLeadsNowhereEither(String path) {
        assertThat(Route.of(path, "/api/v1/review-part", List::of)).isInstanceOf(Route.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "twinned-communes, AGREEMENTS",
        "poverty-rate, AGREEMENTS",
        "delegates, EXCHANGES",
        "trade-turnover, TRADE",
        "labour-placements, TRADE",
    })
    void figuresGoToTheServiceOfTheirIndicator(String indicator, Upstream service) {
        assertThat(Route.of("/api/v1/observations", "", () -> List.of(indicator)))
                .isEqualTo(new Route.To(service));
        assertThat(Route.of("/api/v1/observations/0198", "", () -> List.of(indicator, indicator)))
                .isEqualTo(new Route.To(service));
    }

    @Test
    void withoutOneKnownIndicatorNobodyIsAsked() {
        for (List<String> codes :
                List.of(List.<String>of(), List.of(""), List.of("x"), List.of("exports", "delegates"))) {
            assertThat(Route.of("/api/v1/observations", "", () -> codes))
                    .isInstanceOfSatisfying(Route.Refused.class, refused -> {
                        assertThat(refused.problem().type()).isEqualTo(CommonProblem.VALIDATION);
                        assertThat(refused.problem().faults().get(0).pointer()).isEqualTo("?indicator");
                        assertThat(refused.problem().faults().get(0).args().toString())
                                .contains("exports")
                                .contains("delegates");
                    });
        }
    }

    private static Route route(String path) {
        return Route.of(path, path, List::of);
    }
}
