package io.provincelink.trade.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.sdmx.structure.StructureForm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

    private static final List<StructureForm> FORMS = List.of(StructureForm.values());

    private static Negotiation.Chosen<StructureForm> choose(@Nullable String accept) {
        return Negotiation.choose(accept, null, FORMS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */*                                                      | XML  | application/vnd.sdmx.structure+xml;version=2.1
                    *                                                        | XML  | application/vnd.sdmx.structure+xml;version=2.1
                    application/*                                            | XML  | application/vnd.sdmx.structure+xml;version=2.1
                    application/xml                                          | XML  | application/xml
                    text/xml                                                 | XML  | text/xml
                    application/vnd.sdmx.structure+xml                       | XML  | application/vnd.sdmx.structure+xml;version=2.1
                    application/vnd.sdmx.structure+xml; version=2.1          | XML  | application/vnd.sdmx.structure+xml;version=2.1
                    application/json                                         | JSON | application/json
                    application/vnd.sdmx.structure+json;version=2.0.0        | JSON | application/vnd.sdmx.structure+json;version=2.0.0
                    application/vnd.sdmx.structure+json;version="2.0.0"      | JSON | application/vnd.sdmx.structure+json;version=2.0.0
                    text/html, */*;q=0.1                                     | XML  | application/vnd.sdmx.structure+xml;version=2.1
                    application/xml;q=0.5, application/json                  | JSON | application/json
                    application/vnd.sdmx.structure+json;version=1.0.0, */*;q=0.1 | XML | application/vnd.sdmx.structure+xml;version=2.1
                    */*, application/vnd.sdmx.structure+xml;q=0              | JSON | application/vnd.sdmx.structure+json;version=2.0.0
                    """)
    void the_format_is_the_one_that_is_meant(String accept, StructureForm form, String contentType) {
        assertThat(choose(accept).form()).isEqualTo(form);
        assertThat(choose(accept).contentType()).isEqualTo(contentType);
    }

    @Test
    void who_says_nothing_gets_xml() {
        assertThat(choose(null).form()).isEqualTo(StructureForm.XML);
        assertThat(choose(" ").form()).isEqualTo(StructureForm.XML);
    }

    @Test
    void the_parameter_goes_before_the_header() {
        assertThat(Negotiation.choose("application/xml", "jsonstructure", FORMS).form())
                .isEqualTo(StructureForm.JSON);
        assertThatThrownBy(() -> Negotiation.choose(null, "pdf", FORMS))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(CommonProblem.VALIDATION));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html",
        "application/vnd.sdmx.structure+xml;version=3.0.0",
        "application/vnd.sdmx.genericdata+xml;version=2.1",
        "application/xml;q=0",
        "application/xml;q=x"
    })
    void what_is_not_there_is_refused_with_what_is(String accept) {
        assertThatThrownBy(() -> choose(accept)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.type()).isEqualTo(CommonProblem.NOT_ACCEPTABLE);
            assertThat(refused.faults().get(0).args().get(0).toString())
                    .contains("application/vnd.sdmx.structure+xml;version=2.1");
        });
    }

    @Test
    void parameters_of_the_range_come_along() {
        assertThat(choose("application/vnd.sdmx.structure+json;Labels=both;q=0.3")
                        .parameters())
                .containsEntry("labels", "both")
                .doesNotContainKey("q");
    }
}
