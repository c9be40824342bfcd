package io.provincelink.agreements.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is published about ChildFund in Na Rì, loaded from the dataset that ships. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PublishedShareTest {

    private static final Path DATASET = Path.of("..", "deploy", "dataset");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHILDFUND = "0198c0de-0000-7000-8000-000000000111";
    private static final String PROJECTS = "0198c0de-0000-7000-8000-000000000112";

    private final Api anonymous = Api.checked();

    @BeforeEach
    void theDatasetIsLoaded() throws IOException {
        for (JsonNode step :
                JSON.readTree(DATASET.resolve("dataset.json").toFile()).path("steps")) {
            String all = step.toString();
            boolean aboutIt = all.contains("childfund") || all.contains(CHILDFUND) || all.contains(PROJECTS);
            boolean aboutTheProvince = all.contains("bac-kan-");
            if (aboutIt || aboutTheProvince) {
                send(step);
            }
        }
    }

    private void send(JsonNode step) throws IOException {
        String body = step.has("file")
                ? Files.readString(DATASET.resolve(step.path("file").asText()))
                : step.path("body").toString();
        var answer = anonymous
                .as(step.at("/as/region").asText(), step.at("/as/roles/0").asText())
                .post(step.path("path").asText(), body);
        assertThat(answer.status()).as(answer.response().asString()).isIn(200, 201, 409);
    }

    private JsonNode only(String question) {
        JsonNode summary = anonymous
                .get("/api/v1/assistance-summary?region=VN.066&groupBy=" + question)
                .expect(200)
                .json();
        assertThat(summary.at("/groups")).hasSize(1);
        return summary.at("/groups/0");
    }

    @Test
    void the_organisations_published_share_is_90_7_percent_of_plan() {
        JsonNode childfund = only("organisation");

        assertThat(childfund.at("/key").asText()).isEqualTo(CHILDFUND);
        assertThat(childfund.at("/title/vi").asText()).isEqualTo("ChildFund Việt Nam");
        assertThat(childfund.at("/published")).hasSize(1);
        assertThat(childfund.at("/published/0/disbursedShare").toString())
                .isEqualTo("{\"value\":90.7,\"qualifier\":\"ABOUT\",\"unit\":\"percent\"}");
        assertThat(childfund.at("/published/0/source/publisher").asText()).isEqualTo("Thời Đại");
        assertThat(childfund.at("/published/0/figures").findValuesAsText("indicator"))
                .containsExactlyInAnyOrder("aid-projects", "aid-works", "grant-commitment", "grant-disbursement");
    }

    @Test
    void no_published_figure_is_counted_as_a_payment() {
        JsonNode childfund = only("organisation");

        assertThat(childfund.at("/money")).isEmpty();
        assertThat(childfund.at("/projects").asInt()).isEqualTo(1);
        assertThat(childfund.at("/collective").asInt()).isEqualTo(1);
    }

    @Test
    void the_coordinator_sees_who_works_in_the_district() {
        for (String region : new String[] {"VN.066", "VN.02194", "VN.06"}) {
            assertThat(anonymous
                            .get("/api/v1/organisations?region=" + region)
                            .expect(200)
                            .at("/items/0/name/en"))
                    .as(region)
                    .isEqualTo("ChildFund Viet Nam");
            assertThat(anonymous
                            .get("/api/v1/assistance-projects?region=" + region)
                            .expect(200)
                            .at("/items/0/standsFor/value"))
                    .isEqualTo("16");
        }
    }

    @Test
    void the_provinces_grants_stand_beside_what_is_recorded_there() {
        JsonNode province = anonymous
                .get("/api/v1/assistance-summary?groupBy=region&region=VN.06")
                .expect(200)
                .json()
                .at("/groups/0");

        assertThat(province.at("/key").asText()).isEqualTo("VN.06");
        assertThat(province.at("/published").toString())
                .contains("\"value\":35")
                .contains("\"disbursedShare\":{\"value\":56,\"qualifier\":\"ABOUT\",\"unit\":\"percent\"}")
                .contains("90.7");
    }
}
