package io.provincelink.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTemplatesTest {

    private final RouteTemplates routes = new RouteTemplates();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/agreements, /api/v1/agreements",
        "/api/v1/agreements/, /api/v1/agreements",
        "/api/v1/agreements/ha-giang-1, /api/v1/agreements/{id}",
        "/api/v1/programmes/x/review, /api/v1/programmes/{id}/review",
        "/api/v1/agreements/by-external-id/a/b%2Fc, /api/v1/agreements/by-external-id/{system}/{id}",
        "/api/v1/webhooks/x/deliveries, /api/v1/webhooks/{id}/deliveries",
        "/openapi.json, /openapi",
        "/docs/swagger-ui.css, /docs",
        "/, /",
    })
    void an_address_is_one_of_its_template(String path, String template) {
        assertThat(routes.of(path)).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1//",
                "/api/v1/agreements/x/nothing/y",
                "/api/v2/x",
                "/%2e",
                "",
                "/q/health"
            })
    void whatever_else_is_asked_for_is_one_and_the_same(String path) {
        assertThat(routes.of(path)).isEqualTo(RouteTemplates.UNKNOWN);
    }

    @Test
    void a_part_without_a_name_is_no_record() {
        assertThat(routes.of("/api/v1/agreements//history")).isEqualTo(RouteTemplates.UNKNOWN);
    }
}
