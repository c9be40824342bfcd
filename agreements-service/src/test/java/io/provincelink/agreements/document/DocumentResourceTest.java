package io.provincelink.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DocumentResourceTest {

    private static final String AUTHENTIC_VI = "?role=AUTHENTIC_TEXT&language=vi";

    private final Api anonymous = Api.checked();
    // it is signed, so what binds is filed by an approver
    private final Api editor = anonymous.as("XA.01", "reader", "editor", "approver");
    private final Api neighbour = anonymous.as("XB.010100", "reader", "editor");
    private final Api stranger = anonymous.as("VN.02", "reader", "editor");

    private String agreement = "";

    @BeforeEach
    void an_agreement() {
        agreement = "/api/v1/agreements/" + recorded(false);
    }

    private String recorded(boolean ownSide) {
        String code = AgreementMother.code();
        editor.post("/api/v1/agreements", ownSide ? AgreementMother.ownSide(code) : AgreementMother.shared(code))
                .expect(201);
        return code;
    }

    private Api.Answer upload(String query, String type, byte[] file) {
        return editor.send("POST", agreement + "/documents" + query, type, file);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void a_document_comes_back_as_it_was_sent() throws Exception {
        byte[] file = DocumentMother.pdf(DocumentMother.VIETNAMESE);
        String name = URLEncoder.encode("Bản ghi nhớ đã ký.pdf", StandardCharsets.UTF_8)
                .replace("+", "%20");

        var created =
                upload(AUTHENTIC_VI + "&fileName=" + name, MediaTypes.PDF, file).expect(201);

        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(file)) + ":";
        assertThat(created.at("/sha256")).isEqualTo(HexFormat.of().formatHex(sha256(file)));
        assertThat(created.header("Repr-Digest")).isEqualTo(digest);
        assertThat(created.at("/version")).isEqualTo("1");
        assertThat(created.at("/authentic")).isEqualTo("true");
        assertThat(created.at("/articles")).isEqualTo("3");
        assertThat(created.at("/by")).isEqualTo("XA.01");
        assertThat(created.header("Location")).isEqualTo(agreement + "/documents/" + created.at("/id"));

        var content = neighbour.get(created.header("Location") + "/content").expect(200);
        assertThat(content.response().asByteArray()).isEqualTo(file);
        assertThat(content.header("Content-Type")).isEqualTo(MediaTypes.PDF);
        assertThat(content.header("Content-Length")).isEqualTo(String.valueOf(file.length));
        assertThat(content.header("Repr-Digest")).isEqualTo(digest);
        assertThat(content.header("ETag")).isEqualTo("\"" + created.at("/sha256") + "\"");
        assertThat(content.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Ban ghi nho da ky.pdf\"; filename*=UTF-8''"
                        + "B%E1%BA%A3n%20ghi%20nh%E1%BB%9B%20%C4%91%C3%A3%20k%C3%BD.pdf");
    }

    @Test
    void an_upload_moves_the_agreement_and_stands_in_its_view() {
        String before = editor.get(agreement).expect(200).etag();

        var created = upload(AUTHENTIC_VI, MediaTypes.DOCX, DocumentMother.docx(DocumentMother.VIETNAMESE))
                .expect(201);

        var after = editor.get(agreement).expect(200);
        assertThat(after.etag()).isNotEqualTo(before);
        assertThat(after.at("/documents/0/id")).isEqualTo(created.at("/id"));
        assertThat(after.at("/documents/0/fileName")).isEqualTo("authentic-text-vi.docx");
        assertThat(after.json().at("/documents/0").has("versions")).isFalse();
        JsonNode listed =
                editor.get(agreement + "/documents").expect(200).json().at("/items/0");
        assertThat(listed).isEqualTo(after.json().at("/documents/0"));
    }

    @Test
    void a_newer_version_keeps_the_earlier_ones() {
        byte[] first = DocumentMother.odt(DocumentMother.VIETNAMESE);
        byte[] second = DocumentMother.pdf(DocumentMother.VIETNAMESE);
        String id = upload(AUTHENTIC_VI, MediaTypes.ODT, first).expect(201).at("/id");

        var replaced = upload("?replaces=" + id, MediaTypes.PDF, second).expect(201);

        assertThat(replaced.at("/id")).isEqualTo(id);
        assertThat(replaced.at("/version")).isEqualTo("2");
        assertThat(replaced.json().at("/versions")).hasSize(2);
        String address = agreement + "/documents/" + id;
        assertThat(editor.get(address + "/versions/1").expect(200).response().asByteArray())
                .isEqualTo(first);
        assertThat(editor.get(address + "/versions/2").expect(200).response().asByteArray())
                .isEqualTo(second);
        assertThat(editor.get(address + "/content").expect(200).response().asByteArray())
                .isEqualTo(second);
        assertThat(editor.get(address + "/versions/1").header("Content-Type")).isEqualTo(MediaTypes.ODT);
        editor.get(address + "/versions/3").expect(404);
        editor.get(address + "/versions/0").expect(404);
        assertThat(editor.get(address).expect(200).at("/versions/0/mediaType")).isEqualTo(MediaTypes.ODT);
    }

    @Test
    void a_newer_version_keeps_role_and_language() {
        String id = upload(AUTHENTIC_VI, MediaTypes.ODT, DocumentMother.odt(DocumentMother.VIETNAMESE))
                .expect(201)
                .at("/id");

        var refused = upload("?language=zh&replaces=" + id, MediaTypes.ODT, DocumentMother.odt("x"));

        assertThat(refused.expect(400).at("/violations/0/pointer")).isEqualTo("?language");
    }

    @Test
    void a_withdrawn_document_is_listed_only_when_asked_for_and_can_still_be_read() {
        String id = upload("?role=ANNEX&language=en", MediaTypes.ODT, DocumentMother.odt("Annex"))
                .expect(201)
                .at("/id");
        String address = agreement + "/documents/" + id;
        Api unchecked = Api.unchecked().as("XA.01", "reader", "editor");
        unchecked.send("DELETE", address, "application/json", "").expect(428);
        String etag = editor.get(address).etag();

        unchecked
                .with("If-Match", etag)
                .send("DELETE", address, "application/json", "")
                .expect(200);

        assertThat(editor.get(agreement + "/documents").json().at("/items")).isEmpty();
        assertThat(editor.get(agreement).json().at("/documents")).isEmpty();
        assertThat(editor.get(agreement + "/documents?withdrawn=true").at("/items/0/withdrawn"))
                .isEqualTo("true");
        editor.get(address + "/content").expect(200);
    }

    @Test
    void a_repeated_upload_with_the_same_key_is_one() {
        Api keyed = editor.with("Idempotency-Key", agreement);
        byte[] file = DocumentMother.odt(DocumentMother.VIETNAMESE);
        String path = agreement + "/documents" + AUTHENTIC_VI;

        var first = keyed.send("POST", path, MediaTypes.ODT, file).expect(201);
        var again = keyed.send("POST", path, MediaTypes.ODT, file).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        keyed.send("POST", path, MediaTypes.ODT, DocumentMother.odt("another")).expect(422);
        assertThat(editor.get(agreement).json().at("/documents")).hasSize(1);
    }

    @Test
    void an_upload_based_on_another_version_is_refused() {
        Api stale = editor.with("If-Match", "\"99-0\"");

        stale.send("POST", agreement + "/documents" + AUTHENTIC_VI, MediaTypes.ODT, DocumentMother.odt("x"))
                .expect(412);

        assertThat(editor.get(agreement).json().at("/documents")).isEmpty();
    }

    @Test
    void an_authentic_text_is_in_an_authentic_language() {
        var refused = upload("?role=AUTHENTIC_TEXT&language=en", MediaTypes.ODT, DocumentMother.odt("x"))
                .expect(422);

        assertThat(refused.at("/type")).endsWith("document-language");
        assertThat(refused.at("/detail")).contains("language").contains("vi, zh");
        upload("?role=SIGNED_SCAN&language=en&authentic=true", MediaTypes.ODT, DocumentMother.odt("x"))
                .expect(422);
        upload("?role=TRANSLATION&language=vi&authentic=true", MediaTypes.ODT, DocumentMother.odt("x"))
                .expect(400);
    }

    @Test
    void what_must_be_said_of_a_document_is_asked_for() {
        byte[] file = DocumentMother.odt("x");
        assertThat(upload("?language=vi", MediaTypes.ODT, file).expect(400).at("/violations/0/pointer"))
                .isEqualTo("?role");
        assertThat(upload("?role=ANNEX", MediaTypes.ODT, file).expect(400).at("/violations/0/pointer"))
                .isEqualTo("?language");
        upload("?role=ANNEX&language=Vietnamese", MediaTypes.ODT, file).expect(400);
        upload("?role=BOOK&language=vi", MediaTypes.ODT, file).expect(400);
        upload("?replaces=7", MediaTypes.ODT, file).expect(400);
        upload("?replaces=00000000-0000-7000-8000-000000000000", MediaTypes.ODT, file)
                .expect(400);
    }

    @Test
    void who_may_not_write_the_agreement_uploads_nothing() {
        byte[] file = DocumentMother.odt("x");
        String path = agreement + "/documents?role=ANNEX&language=en";

        anonymous.send("POST", path, MediaTypes.ODT, file).expect(401);
        anonymous.as("XA.01", "reader").send("POST", path, MediaTypes.ODT, file).expect(403);
        anonymous.as("XA.01", "admin").send("POST", path, MediaTypes.ODT, file).expect(403);
        stranger.send("POST", path, MediaTypes.ODT, file).expect(404);
        neighbour.send("POST", path, MediaTypes.ODT, file).expect(201);
    }

    @Test
    void an_own_side_agreement_has_no_documents_for_anybody_else() {
        agreement = "/api/v1/agreements/" + recorded(true);
        String id = upload(AUTHENTIC_VI, MediaTypes.ODT, DocumentMother.odt(DocumentMother.VIETNAMESE))
                .expect(201)
                .at("/id");
        String address = agreement + "/documents/" + id;
        for (Api other : new Api[] {anonymous, neighbour, stranger, anonymous.as("XA.01", "admin")}) {
            for (String path : new String[] {
                agreement + "/documents", address, address + "/content", address + "/versions/1", agreement + "/text"
            }) {
                assertThat(other.get(path).status()).as(path).isEqualTo(404);
            }
            other.with("If-None-Match", "*").get(address + "/content").expect(404);
            other.with("If-None-Match", "*").get(agreement + "/text").expect(404);
        }
        neighbour
                .send("POST", agreement + "/documents" + AUTHENTIC_VI, MediaTypes.ODT, DocumentMother.odt("x"))
                .expect(404);
        editor.get(address + "/content").expect(200);
    }

    @Test
    void a_document_belongs_to_its_agreement_alone() {
        String id = upload(AUTHENTIC_VI, MediaTypes.ODT, DocumentMother.odt(DocumentMother.VIETNAMESE))
                .expect(201)
                .at("/id");
        String other = "/api/v1/agreements/" + recorded(false) + "/documents/";

        editor.get(other + id).expect(404);
        editor.get(other + id + "/content").expect(404);
        editor.get(other + "nothing/content").expect(404);
    }
}
