package io.provincelink.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.record.AtOnce;
import io.provincelink.agreements.record.Database;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not taken, and that nothing of it stays. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RefusedDocumentTest {

    private static final int MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String OCTETS = "application/octet-stream";

    private final Api editor = Api.unchecked().as("XA.01", "reader", "editor");
    private final Database database = new Database();
    private String agreement = "";
    private long chunks;
    private long texts;

    @BeforeEach
    void an_agreement() {
        String code = AgreementMother.code();
        editor.post("/api/v1/agreements", AgreementMother.shared(code)).expect(201);
        agreement = "/api/v1/agreements/" + code;
        chunks = database.number("select count(*) from document_chunk");
        texts = database.number("select count(*) from document_text");
    }

    @AfterEach
    void no_file_is_left() throws IOException {
        assertThat(leftovers()).isEmpty();
    }

    private static List<Path> leftovers() throws IOException {
        List<Path> left = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        String mine = "provincelink-documents-" + ProcessHandle.current().pid() + "-*";
        try (DirectoryStream<Path> spools = Files.newDirectoryStream(temporary, mine)) {
            for (Path spool : spools) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(spool, "upload*")) {
                    files.forEach(left::add);
                }
            }
        }
        return left;
    }

    private void nothing_is_kept() {
        assertThat(database.number("select count(*) from document_chunk")).isEqualTo(chunks);
        assertThat(database.number("select count(*) from document_text")).isEqualTo(texts);
        assertThat(editor.get(agreement).expect(200).json().at("/documents")).isEmpty();
    }

    private Api.Answer upload(Api by, String query, String type, byte[] file) {
        return by.send("POST", agreement + "/documents?role=ANNEX&language=vi" + query, type, file);
    }

    private void refused(int status, String problem, String type, byte[] file) {
        var answer = upload(editor, "", type, file).expect(status);
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:" + problem);
        nothing_is_kept();
    }

    @Test
    void an_empty_file_is_refused() {
        refused(422, "document-empty", OCTETS, new byte[0]);
    }

    @Test
    void a_file_of_another_type_is_refused_whatever_the_header_says() {
        byte[] png = Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        refused(415, "document-type", MediaTypes.PDF, png);
        refused(415, "document-type", OCTETS, "Điều 1".getBytes(StandardCharsets.UTF_8));
        refused(415, "document-type", MediaTypes.DOCX, DocumentMother.zip("a.txt", "a"));
        refused(
                415,
                "document-type",
                MediaTypes.ODT,
                DocumentMother.zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
        var said = upload(editor, "", MediaTypes.PDF, png).at("/detail");
        assertThat(said).contains("image/png").contains("DOCX");
    }

    @Test
    void the_header_must_say_what_the_file_is() {
        refused(422, "document-type-differs", MediaTypes.PDF, DocumentMother.docx("a"));
        refused(422, "document-type-differs", MediaTypes.ODT, DocumentMother.pdf("a"));
        refused(422, "document-type-differs", "application/json", DocumentMother.odt("a"));
    }

    @Test
    void a_file_that_was_cut_off_is_refused() {
        byte[] pdf = DocumentMother.pdf(DocumentMother.VIETNAMESE);
        byte[] docx = DocumentMother.docx(DocumentMother.VIETNAMESE);
        refused(422, "document-damaged", MediaTypes.PDF, Arrays.copyOf(pdf, pdf.length / 2));
        refused(422, "document-damaged", MediaTypes.DOCX, Arrays.copyOf(docx, docx.length - 30));
        refused(422, "document-damaged", OCTETS, "%PDF-1.4\nnothing\n%%EOF".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_of_which_an_entry_breaks_off_is_refused() {
        byte[] docx = DocumentMother.docx(DocumentMother.VIETNAMESE);
        refused(422, "document-damaged", MediaTypes.DOCX, withOneEntryOfTwoBytes(docx, "[Content_Types].xml"));
    }

    /** The directory at the end of the archive says that no more of the entry is there. */
    private static byte[] withOneEntryOfTwoBytes(byte[] archive, String entry) {
        byte[] damaged = archive.clone();
        ByteBuffer view = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < damaged.length - 46; at++) {
            boolean isEntry = view.getInt(at) == 0x02014b50
                    && new String(damaged, at + 46, entry.length(), StandardCharsets.UTF_8).equals(entry);
            if (isEntry) {
                view.putInt(at + 20, 2);
                return damaged;
            }
        }
        throw new IllegalArgumentException(entry);
    }

    @Test
    void a_file_under_a_password_is_refused() {
        refused(422, "document-encrypted", MediaTypes.PDF, DocumentMother.locked(DocumentMother.VIETNAMESE));
    }

    @Test
    void a_file_that_unpacks_without_end_is_refused() {
        byte[] bomb = DocumentMother.docx("0".repeat(5_000_000));
        refused(422, "document-too-complex", MediaTypes.DOCX, bomb);
        refused(422, "document-too-complex", MediaTypes.PDF, DocumentMother.bomb());
        // and the service is as well as before
        upload(editor, "", OCTETS, DocumentMother.odt("a")).expect(201);
    }

    @Test
    void nothing_is_fetched_that_a_file_names() throws Exception {
        Path secret = Files.createTempFile("outside", ".txt");
        Files.writeString(secret, "fetched");
        byte[] file = DocumentMother.zip(
                "mimetype",
                MediaTypes.ODT,
                "content.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri()
                        + "\">]><x xmlns:text=\"t\"><text:p>a&e;b</text:p></x>");
        var answer = upload(editor, "", MediaTypes.ODT, file);
        Files.delete(secret);
        assertThat(answer.status()).isEqualTo(422);
        nothing_is_kept();
    }

    @Test
    void a_marking_as_a_state_secret_is_refused_wherever_it_stands() {
        refused(422, "document-secret", MediaTypes.PDF, DocumentMother.pdf("TUYỆT MẬT", "Biên bản"));
        refused(422, "document-secret", MediaTypes.PDF, DocumentMother.titled("Biên bản (TỐI MẬT)", "Biên bản"));
        refused(422, "document-secret", MediaTypes.DOCX, DocumentMother.docx("机密★10年", "会谈纪要"));
        refused(422, "document-secret", MediaTypes.DOCX, DocumentMother.docxWith("thương mại; MẬT", "Biên bản"));
        refused(422, "document-secret", MediaTypes.ODT, DocumentMother.odtWith("M Ậ T", "Biên bản"));
        upload(editor, "&fileName=T%E1%BB%90I%20M%E1%BA%ACT.pdf", MediaTypes.PDF, DocumentMother.pdf("a"))
                .expect(422);
        nothing_is_kept();
    }

    @Test
    void a_document_about_secrets_is_taken() {
        upload(
                        editor,
                        "",
                        MediaTypes.DOCX,
                        DocumentMother.docx("Hai bên bảo mật thông tin, quan hệ mật thiết.", "双方保守国家秘密。"))
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({"Repr-Digest", "Content-Digest"})
    void a_wrong_digest_is_refused_and_a_right_one_is_taken(String header) throws Exception {
        byte[] file = DocumentMother.odt("a");
        String right = digest(file);
        String other = digest(DocumentMother.odt("b"));

        var wrong = upload(editor.with(header, "sha-256=:" + other + ":"), "", OCTETS, file);

        assertThat(wrong.expect(400).at("/type")).endsWith("document-digest");
        upload(editor.with(header, "sha-256=nothing"), "", OCTETS, file).expect(400);
        nothing_is_kept();
        upload(editor.with(header, "sha-512=:AAAA:, sha-256=:" + right + ":"), "", OCTETS, file)
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "x-gzip"})
    void a_compressed_body_is_refused_for_what_it_is(String coding) throws Exception {
        byte[] file = DocumentMother.odt("a");

        var answer = upload(editor.with("Content-Encoding", coding), "", MediaTypes.ODT, file)
                .expect(415);

        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:content-coding");
        assertThat(answer.at("/detail")).contains(coding);
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        nothing_is_kept();
        upload(editor.with("Content-Encoding", "identity"), "", MediaTypes.ODT, file)
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, &authentic=maybe, ?authentic",
        "GET, ?withdrawn=maybe, ?withdrawn",
        "GET, ?withdrawn=TRUE, ?withdrawn"
    })
    void what_is_neither_true_nor_false_is_refused(String method, String query, String pointer) throws Exception {
        var refused = method.equals("GET")
                ? editor.get(agreement + "/documents" + query)
                : upload(editor, query, MediaTypes.ODT, DocumentMother.odt("a"));

        assertThat(refused.expect(400).at("/violations/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/violations/0/message")).contains("true, false");
        editor.get(agreement + "/documents?withdrawn=true").expect(200);
    }

    @Test
    void twenty_mebibytes_are_taken_and_one_byte_more_is_not() throws Exception {
        byte[] largest = DocumentMother.pdfOf(20 * MIB, DocumentMother.VIETNAMESE);
        refused(413, "document-too-large", MediaTypes.PDF, Arrays.copyOf(largest, 20 * MIB + 1));

        var taken = upload(editor, "", MediaTypes.PDF, largest).expect(201);

        byte[] back =
                editor.get(taken.header("Location") + "/content").response().asByteArray();
        assertThat(Arrays.equals(back, largest)).isTrue();
        assertThat(database.number("select count(*) from document_chunk")).isEqualTo(chunks + 80);
    }

    @Test
    void eight_of_the_largest_at_once_are_taken() throws Exception {
        byte[] largest = DocumentMother.pdfOf(20 * MIB, DocumentMother.VIETNAMESE);
        List<Callable<Integer>> uploads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            uploads.add(() -> large(largest).statusCode());
        }

        assertThat(AtOnce.call(uploads)).containsOnly(201);
        assertThat(editor.get(agreement).json().at("/documents")).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/agreements", "/api/v1/programmes", "/api/v1/twinnings"})
    void every_other_address_stays_at_its_limit(String path) throws Exception {
        String head =
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + Tokens.of("XA.01", "editor") + "\r\n";
        assertThat(raw(head + "Content-Length: " + (MIB + 1) + "\r\n\r\n"))
                .contains(" 413 ", "urn:provincelink:problem:too-large", "1 MiB");
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(20) + "0\r\n\r\n"))
                .contains(" 413 ");
    }

    @Test
    void a_body_of_unknown_length_is_taken_and_refused_beyond_the_limit() throws Exception {
        String file = new String(DocumentMother.odt("a"), StandardCharsets.ISO_8859_1);
        String head = head("Transfer-Encoding: chunked");
        assertThat(raw(head + Integer.toHexString(file.length()) + "\r\n" + file + "\r\n0\r\n\r\n"))
                .contains(" 201 ");
        String chunk = "100000\r\n" + "x".repeat(MIB) + "\r\n";
        assertThat(raw(head + chunk.repeat(20) + "1\r\nx\r\n0\r\n\r\n")).contains(" 413 ");
    }

    @Test
    void a_database_that_goes_away_in_the_middle_keeps_nothing() {
        database.update("""
            create function leave() returns trigger language plpgsql as $$
            begin
                if new.part = 3 then perform pg_terminate_backend(pg_backend_pid()); end if;
                return new;
            end $$
            """);
        database.update("create trigger leave before insert on document_chunk for each row execute function leave()");
        try {
            byte[] file = DocumentMother.pdfOf(2 * MIB, DocumentMother.VIETNAMESE);
            var answer = upload(editor, "", MediaTypes.PDF, file).expect(503);
            assertThat(answer.at("/type")).endsWith("unavailable");
        } finally {
            database.update("drop function leave() cascade");
        }
        nothing_is_kept();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    (head("Content-Length: 5000000") + "%PDF-1.4 and not much more").getBytes(StandardCharsets.UTF_8));
            out.flush();
            long patience = System.nanoTime() + 5_000_000_000L;
            while (leftovers().isEmpty() && System.nanoTime() < patience) {
                Thread.sleep(10);
            }
            assertThat(leftovers()).hasSize(1);
        }
        long patience = System.nanoTime() + 5_000_000_000L;
        while (!leftovers().isEmpty() && System.nanoTime() < patience) {
            Thread.sleep(10);
        }
        nothing_is_kept();
    }

    /** Sends a large file without the tests' usual client, which copies it many times. */
    private HttpResponse<String> large(byte[] file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(agreement + "/documents?role=ANNEX&language=vi"))
                .header("Authorization", "Bearer " + Tokens.of("XA.01", "editor"))
                .header("Content-Type", MediaTypes.PDF)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] back(String location) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(location + "/content"))
                .header("Authorization", "Bearer " + Tokens.of("XA.01", "reader"))
                .timeout(PATIENCE)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private static String digest(byte[] file) throws NoSuchAlgorithmException {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(file));
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }

    private String head(String length) {
        return "POST " + agreement + "/documents?role=ANNEX&language=vi HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/octet-stream\r\nAuthorization: Bearer " + Tokens.of("XA.01", "editor")
                + "\r\n" + length + "\r\n\r\n";
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException answeredBefore) {
                // what was answered can be read all the same
            }
            byte[] answer = socket.getInputStream().readNBytes(1000);
            return new String(answer, StandardCharsets.UTF_8);
        }
    }
}
