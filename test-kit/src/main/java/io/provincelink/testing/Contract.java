package io.provincelink.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.JsonValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.RestAssuredRequest;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks calls against the committed contract: every answer, and every request that was accepted. */
public final class Contract implements Filter {

    private static @Nullable Contract committed;

    private final OpenApiInteractionValidator validator;

    private Contract(Path contract) {
        try {
            // The validator does not see the type of a 3.1 parameter and reads each as JSON; what we use of 3.1 means
            // the same in 3.0.
            String readable = Files.readString(contract)
                    .replaceFirst("openapi: 3\\.1\\.\\d", "openapi: 3.0.3")
                    // a schema's list of examples is new in 3.1, and nothing is checked against it
                    .replaceAll("(?m)^( *)examples:\\n(?:\\1 *- .*\\n)+", "")
                    // how 3.0 says that a value may be null
                    .replaceAll("(?m)^( *)type:\\n *- (\\w+)\\n *- \"null\"\\n", "$1type: $2\n$1nullable: true\n")
                    // and that another schema may be null: 3.0 has no type for nothing, so an empty text or null stands
                    // in
                    .replaceAll("(?m)^( *)- type: \"null\"$", "$1- type: string\n$1  nullable: true\n$1  maxLength: 0");
            validator = OpenApiInteractionValidator.createForInlineApiSpecification(readable)
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The contract of the module whose tests are running. */
    static synchronized Contract committed() {
        if (committed == null) {
            committed = new Contract(Path.of("openapi", "openapi.yaml").toAbsolutePath());
        }
        return committed;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        var asked = RestAssuredRequest.of(request);
        var answered = RestAssuredResponse.of(response);
        ValidationReport report = response.statusCode() < 400
                ? validator.validate(asked, answered)
                : validator.validateResponse(asked.getPath(), asked.getMethod(), answered);
        if (report.hasErrors()) {
            throw new AssertionError("not as the contract says: "
                    + request.getMethod() + " " + request.getURI() + "\n"
                    + JsonValidationReportFormat.getInstance().apply(report) + "\n" + response.asString());
        }
        return response;
    }
}
