package io.provincelink.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was replaced or withdrawn while few could see it stays with those few. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DraftVersionTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api other = anonymous.as("XB.010100", "reader");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private final String code = AgreementMother.code();
    private final String agreement = "/api/v1/agreements/" + code;

    private String upload(String query, String text) {
        return editor.send(
                        "POST",
                        agreement + "/documents?role=ANNEX&language=en" + query,
                        MediaTypes.DOCX,
                        DocumentMother.docx(text))
                .expect(201)
                .at("/id");
    }

    private void show(String visibility) {
        approver.post(agreement + "/publication", "{\"to\": \"" + visibility + "\"}")
                .expect(200);
    }

    private List<Integer> versions(Api reader, String document) {
        return reader
                .get(agreement + "/documents/" + document)
                .expect(200)
                .json()
                .at("/versions")
                .findValues("number")
                .stream()
                .map(number -> number.asInt())
                .toList();
    }

    @Test
    void each_reader_has_the_versions_that_he_could_see_in_their_time() {
        editor.post("/api/v1/agreements", AgreementMother.ownSide(code)).expect(201);
        String document = upload("", "What our side thinks of it");
        String withdrawn = upload("", "Our own notes");
        editor.with("If-Match", "*")
                .delete(agreement + "/documents/" + withdrawn)
                .expect(200);
        upload("&replaces=" + document, "What we tell the other side");
        show("PARTIES");
        upload("&replaces=" + document, "What both tell everybody");
        show("PUBLIC");
        otherApprover.post(agreement + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        assertThat(versions(editor, document)).containsExactly(1, 2, 3);
        assertThat(versions(other, document)).containsExactly(2, 3);
        assertThat(versions(anonymous, document)).containsExactly(3);
        String file = agreement + "/documents/" + document + "/versions/";
        other.get(file + 1).expect(404);
        other.get(file + 2).expect(200);
        anonymous.get(file + 2).expect(404);
        anonymous.get(file + 3).expect(200);
        assertThat(other.get(agreement + "/documents?withdrawn=true")
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(1);
        other.get(agreement + "/documents/" + withdrawn + "/content").expect(404);
        editor.get(agreement + "/documents/" + withdrawn + "/content").expect(200);
    }
}
