package io.provincelink.agreements.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OfflineBundleTest {

    private static final String BUNDLE = "/api/v1/offline-bundle";
    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api other = anonymous.as("XB.010100", "reader");

    private static List<JsonNode> lines(Api.Answer answer) {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.response().asString().split("\n")) {
            try {
                lines.add(JSON.readTree(line));
            } catch (IOException notJson) {
                throw new UncheckedIOException(line, notJson);
            }
        }
        return lines;
    }

    private static List<String> codes(Api.Answer answer) {
        return lines(answer).stream()
                .map(line -> line.at("/record/code").asText())
                .filter(code -> !code.isEmpty())
                .toList();
    }

    @Test
    void it_begins_with_the_cursor_and_ends_with_the_number_of_records() {
        String code = AgreementMother.code();
        editor.post(AGREEMENTS, AgreementMother.shared(code)).expect(201);

        List<JsonNode> lines = lines(editor.get(BUNDLE).expect(200));

        assertThat(lines.get(0).at("/type").asText()).isEqualTo("START");
        assertThat(lines.get(0).at("/cursor").asText()).isNotEmpty();
        JsonNode end = lines.get(lines.size() - 1);
        assertThat(end.at("/type").asText()).isEqualTo("END");
        assertThat(end.at("/records").asInt()).isEqualTo(lines.size() - 2);
        editor.get("/api/v1/changes?after=" + lines.get(0).at("/cursor").asText())
                .expect(200);
    }

    @Test
    void a_record_in_it_is_what_a_read_gives() {
        String code = AgreementMother.code();
        var created = editor.post(AGREEMENTS, AgreementMother.shared(code)).expect(201);
        String programme = ProgrammeMother.code();
        editor.post("/api/v1/programmes", ProgrammeMother.shared(programme)).expect(201);

        List<JsonNode> lines = lines(other.get(BUNDLE).expect(200));

        assertThat(lines)
                .filteredOn(line -> line.at("/record/code").asText().equals(code))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.at("/type").asText()).isEqualTo("AGREEMENT");
                    assertThat(line.at("/id").asText()).isEqualTo(created.at("/id"));
                    assertThat(line.at("/record"))
                            .isEqualTo(other.get(AGREEMENTS + "/" + code).json());
                });
        assertThat(lines)
                .filteredOn(line -> line.at("/record/code").asText().equals(programme))
                .singleElement()
                .satisfies(line -> assertThat(line.at("/record"))
                        .isEqualTo(other.get("/api/v1/programmes/" + programme).json()));
    }

    @Test
    void nobody_takes_along_what_he_may_not_see() {
        String hidden = AgreementMother.code();
        String shared = AgreementMother.code();
        editor.post(AGREEMENTS, AgreementMother.ownSide(hidden)).expect(201);
        editor.post(AGREEMENTS, AgreementMother.shared(shared)).expect(201);

        assertThat(codes(editor.get(BUNDLE).expect(200))).contains(hidden, shared);
        assertThat(codes(other.get(BUNDLE).expect(200))).contains(shared).doesNotContain(hidden);
        assertThat(codes(anonymous.get(BUNDLE).expect(200))).doesNotContain(hidden, shared);
        assertThat(codes(anonymous.as("VN.15", "reader").get(BUNDLE).expect(200)))
                .doesNotContain(hidden, shared);
    }

    @Test
    void a_region_takes_along_what_is_its_own_and_its_predecessors() {
        String code = AgreementMother.code();
        Api haGiang = anonymous.as("VN.02", "reader", "editor");
        haGiang.post(
                        AGREEMENTS,
                        AgreementMother.shared(code).replace("XA.01", "VN.02").replace("XB.010100", "CN.532600"))
                .expect(201);
        Api tuyenQuang = anonymous.as("VN.08", "reader");

        assertThat(codes(tuyenQuang.get(BUNDLE + "?region=VN.08").expect(200))).contains(code);
        assertThat(codes(tuyenQuang.get(BUNDLE + "?region=CN.532600").expect(200)))
                .contains(code);
        assertThat(codes(tuyenQuang.get(BUNDLE + "?region=VN.15").expect(200))).doesNotContain(code);
    }

    @Test
    void more_records_than_are_read_at_once_all_come_along() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String code = AgreementMother.code();
            editor.post(AGREEMENTS, AgreementMother.shared(code)).expect(201);
            made.add(code);
        }

        List<String> taken = codes(other.get(BUNDLE).expect(200));

        assertThat(taken).containsAll(made).doesNotHaveDuplicates();
    }

    @Test
    void a_region_that_nobody_knows_is_refused() {
        var refused = anonymous.get(BUNDLE + "?region=VN.99").expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?region");
    }
}
