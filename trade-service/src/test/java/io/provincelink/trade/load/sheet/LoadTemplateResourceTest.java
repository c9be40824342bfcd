package io.provincelink.trade.load.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** The workbook that offices fill in, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LoadTemplateResourceTest {

    private static final String PATH = "/api/v1/trade-loads/template";

    @Test
    void everybody_may_take_it_and_a_spreadsheet_opens_it() throws IOException {
        var answer = Api.checked().get(PATH).expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo(LoadTemplate.MEDIA_TYPE);
        assertThat(answer.header("Content-Disposition")).contains(LoadTemplate.FILE_NAME);
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(answer.response().asByteArray()))) {
            assertThat(workbook.getFirstSheet().read().get(0).getCellText(0)).isEqualTo("period");
        }
    }

    @Test
    void it_comes_in_no_other_form() {
        Api.unchecked().with("Accept", "text/csv").get(PATH).expect(406);
    }
}
