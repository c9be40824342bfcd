package io.provincelink.agreements.document;

import io.provincelink.agreements.agreement.Agreement;
import io.provincelink.agreements.agreement.FiledDocument;
import io.provincelink.agreements.agreement.FiledVersion;
import io.provincelink.kit.caller.Caller;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.resteasy.reactive.RestResponse;

/** One version of a document on its way out, whole or in part. Each piece is a small query of its own: a slow reader holds no transaction. */
final class Download {

    private final Documents documents;
    private final Caller caller;
    private final Documents.Key key;
    private final FiledVersion version;

    Download(Documents documents, Caller caller, Agreement agreement, FiledDocument document, FiledVersion version) {
        this.documents = documents;
        this.caller = caller;
        this.key = Documents.Key.of(agreement, document, version.number());
        this.version = version;
    }

    RestResponse<StreamingOutput> get(HttpHeaders headers) {
        String tag = Tags.of(version.sha256());
        if (Tags.isIn(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            return RestResponse.ResponseBuilder.<StreamingOutput>create(RestResponse.Status.NOT_MODIFIED)
                    .header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                    .build();
        }
        ByteRange range = Tags.allowRange(headers.getHeaderString("If-Range"), tag)
                ? ByteRange.of(headers.getHeaderString("Range"), version.size())
                : ByteRange.all(version.size());
        var answer = RestResponse.ResponseBuilder.<StreamingOutput>create(range.whole() ? 200 : 206, "");
        if (!range.whole()) {
            answer.header("Content-Range", range.of(version.size()));
        }
        return headed(answer, range.length()).entity(stream(range)).build();
    }

    /** What a GET of the whole would say of it. */
    RestResponse<StreamingOutput> head() {
        return headed(RestResponse.ResponseBuilder.<StreamingOutput>create(200, ""), version.size())
                .build();
    }

    private RestResponse.ResponseBuilder<StreamingOutput> headed(
            RestResponse.ResponseBuilder<StreamingOutput> answer, long length) {
        return answer.header(HttpHeaders.CONTENT_TYPE, version.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, String.valueOf(length))
                .header(HttpHeaders.ETAG, Tags.of(version.sha256()))
                .header(Digests.REPR_DIGEST, Digests.field(version.sha256()))
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(version.fileName()))
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }

    private StreamingOutput stream(ByteRange range) {
        PieceStream pieces = new PieceStream(part -> documents.piece(caller, key, part), range).begun();
        return pieces::transferTo;
    }
}
