package io.provincelink.kit.condition;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class PartsPageTest {

    private static String page(String json) {
        JsonObject health = Json.createReader(new StringReader(json)).readObject();
        return PartsPage.of("gateway", health);
    }

    @Test
    void names_the_ill_parts_first_and_in_words() {
        String page = page("""
                {"status": "DOWN", "checks": [
                  {"name": "a", "status": "UP"},
                  {"name": "z", "status": "DOWN", "data": {"instances": "0 of 1 ready", "count": 3}}]}""");
        assertThat(page)
                .contains("<h1>gateway: 1 part is ill of 2</h1>")
                .contains("instances: 0 of 1 ready<br>count: 3");
        assertThat(page.indexOf("<td>z</td><td class=\"ill\">ill</td>"))
                .isPositive()
                .isLessThan(page.indexOf("<td>a</td><td class=\"well\">well</td>"));
    }

    @Test
    void says_that_all_is_well() {
        assertThat(page("{\"status\": \"UP\", \"checks\": [{\"name\": \"a\", \"status\": \"UP\"}]}"))
                .contains("all parts are well");
    }

    @Test
    void shows_text_as_text() {
        assertThat(
                        page(
                                "{\"checks\": [{\"name\": \"<script>\", \"status\": \"DOWN\", \"data\": {\"x\": \"<b>\\\"&\"}}]}"))
                .contains("&lt;script&gt;")
                .contains("&lt;b&gt;&quot;&amp;")
                .doesNotContain("<script>");
    }
}
