package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.client.DonationsApi;
import io.provincelink.client.ProgrammesApi;
import io.provincelink.client.RegionsAndPartnershipsApi;
import io.provincelink.client.http.ApiClient;
import io.provincelink.client.http.ApiException;
import io.provincelink.client.model.DonationDraft;
import io.provincelink.client.model.DonationItem;
import io.provincelink.client.model.DonationView;
import io.provincelink.client.model.Figure;
import io.provincelink.client.model.Partnership;
import io.provincelink.client.model.Period;
import io.provincelink.client.model.Qualifier;
import io.provincelink.client.model.Review;
import io.provincelink.client.model.ReviewResult;
import io.provincelink.client.model.ReviewVerdict;
import io.provincelink.client.model.Text;
import io.provincelink.client.model.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract as the tools of others judge it, and clients in TypeScript and Java that are made of it. */
@ExtendWith(SharedSuite.class)
class ContractIT {

    private static final NodeScript CLIENT = new NodeScript(
            "client.ts",
            "@stoplight/spectral-cli@6.16.3",
            "@stoplight/spectral-owasp-ruleset@2.0.1",
            "@redocly/cli@2.77.0",
            "openapi-typescript@7.13.0",
            "openapi-fetch@0.17.0",
            "typescript@5.9.3",
            "@types/node@20.19.0");

    private final RunningSuite suite;

    ContractIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void linters_find_nothing_and_a_typed_client_is_made_of_it_and_works() throws IOException {
        Path directory = CLIENT.installed();
        Files.writeString(
                directory.resolve("openapi.yaml"),
                suite.get("/openapi.yaml").expect(200).response().body());
        for (String rules : List.of("spectral.yaml", "redocly.yaml")) {
            copy("/lint/" + rules, directory.resolve(rules));
        }

        tool(directory, "spectral", "lint", "openapi.yaml", "--ruleset", "spectral.yaml", "--fail-severity", "hint");
        tool(directory, "redocly", "lint", "openapi.yaml", "--config", "redocly.yaml", "--max-problems", "20");

        tool(directory, "openapi-typescript", "openapi.yaml", "--output", "contract.d.ts");
        tool(directory, "tsc", "--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", "client.ts");
        JsonNode said = new ObjectMapper()
                .readTree(tool(
                        directory,
                        "node",
                        "client.js",
                        "http://127.0.0.1:" + suite.port(),
                        SuiteTokens.of(suite, "XA.01", "editor")));
        assertThat(said.path("verdicts")).hasSize(8);
        assertThat(said.path("listed")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(said.path("problem").asText()).isEqualTo("urn:provincelink:problem:not-found");
        assertThat(said.path("written").asInt()).isEqualTo(201);
        assertThat(said.path("donor").asText()).isEqualTo("People of A One (made up)");
    }

    @Test
    void a_client_in_java_made_of_it_works() throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + suite.port());
        String token = SuiteTokens.of(suite, "XA.01", "editor");
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));

        Review review = new ProgrammesApi(client).reviewProgramme("ha-giang-wenshan-2016-2020", null);
        assertThat(review.getResults())
                .extracting(ReviewResult::getVerdict)
                .hasSize(8)
                .contains(ReviewVerdict.EXCEEDED);
        Partnership together = new RegionsAndPartnershipsApi(client).getPartnership("VN.02,CN.532600", "current", null);
        assertThat(together.getUnavailable()).isEmpty();
        assertThat(together.getAgreements().getItems()).isNotEmpty();
        DonationDraft draft = new DonationDraft()
                .visibility(Visibility.PARTIES)
                .parties(List.of("XA.01", "XB.010100"))
                .on(new Period().from(LocalDate.of(2021, 2, 1)).to(LocalDate.of(2021, 2, 1)))
                .donors(List.of(new Text().en("People of A One (made up)")))
                .items(List.of(new DonationItem()
                        .what(new Text().en("Masks"))
                        .figure(new Figure()
                                .value(BigDecimal.valueOf(10_000))
                                .qualifier(Qualifier.EXACT)
                                .unit("piece"))));
        DonationsApi donations = new DonationsApi(client);
        DonationView written = donations.createDonation(draft, "from a client in Java");
        assertThat(donations.createDonation(draft, "from a client in Java").getId())
                .isEqualTo(written.getId());
        assertThatThrownBy(() -> donations.createDonation(draft.parties(List.of("XA.01", "XC.99")), null))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.getResponseBody())
                        .contains("/parties/1", "unknown-region"));
    }

    /** Runs it where it is installed; what it does not like ends the test. */
    private static String tool(Path directory, String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "cd \"$0\" && PATH=\"$PWD/node_modules/.bin:$PATH\" && exec \"$@\"",
                directory.toString(),
                name));
        command.addAll(List.of(arguments));
        return RunningSuite.run(command);
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream text = ContractIT.class.getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(text), to);
        }
    }
}
