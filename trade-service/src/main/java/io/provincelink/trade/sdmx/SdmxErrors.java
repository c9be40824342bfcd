package io.provincelink.trade.sdmx;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemTexts;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Tells a problem as the standard wants it, whoever found it: the programs that ask in SDMX know its error message, and none of them
 * knows problem+json.
 */
public final class SdmxErrors {

    /** Response filters run in descending order; this one after all that look at the problem. */
    private static final int LATE = 500;

    private static final String HERE = "/" + Sdmx.PATH + "/";
    private static final int OWN_CODES = 1000;

    /** SDMX 2.1 web services guidelines, section 7; what has no number there has one of our own: 1000 and the status. */
    private static final Map<Integer, Integer> CODES =
            Map.of(400, 140, 401, 110, 403, 150, 404, 100, 413, 130, 500, 500, 501, 501, 503, 503);

    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    public SdmxErrors(CurrentVertxRequest current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    @ServerResponseFilter(priority = LATE)
    public void tell(ContainerResponseContext response) {
        HttpServerRequest request = current.getCurrent().request();
        if (!(response.getEntity() instanceof Problem problem)
                || !request.path().contains(HERE)) {
            return;
        }
        boolean asJson = wantsJson(request);
        String language = ProblemTexts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .toLanguageTag();
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, asJson ? Form.JSON : Form.XML);
        response.setEntity(new SdmxAnswer(new Error(problem, language, asJson ? json : null), Map.of()));
    }

    private static boolean wantsJson(HttpServerRequest request) {
        String format = request.getParam("format");
        if (format != null) {
            return format.contains("json");
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("xml");
    }

    /** The problem as a message. */
    private static final class Error implements SdmxMessage {

        private final Problem problem;
        private final String language;
        private final @Nullable ObjectMapper json;

        /** @param json what to write it with; null for XML */
        Error(Problem problem, String language, @Nullable ObjectMapper json) {
            this.problem = problem;
            this.language = language;
            this.json = json;
        }

        @Override
        public boolean isLong() {
            return false;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            if (json != null) {
                writeJson(json, out);
                return;
            }
            SdmxXml.document(out, "Error", xml -> {
                for (String text : texts()) {
                    xml.start("mes:ErrorMessage", "code", String.valueOf(code()))
                            .text("com:Text", text, "xml:lang", language)
                            .end();
                }
            });
        }

        private void writeJson(ObjectMapper mapper, OutputStream out) throws IOException {
            try (JsonGenerator message = mapper.createGenerator(out, JsonEncoding.UTF8)) {
                message.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                message.writeStartObject();
                message.writeArrayFieldStart("errors");
                for (String text : texts()) {
                    message.writeStartObject();
                    message.writeNumberField("code", code());
                    message.writeStringField("title", text);
                    message.writeObjectFieldStart("titles");
                    message.writeStringField(language, text);
                    message.writeEndObject();
                    message.writeEndObject();
                }
                message.writeEndArray();
                message.writeEndObject();
            }
        }

        private int code() {
            return CODES.getOrDefault(problem.status(), OWN_CODES + problem.status());
        }

        private List<String> texts() {
            return Stream.concat(
                            Stream.of(problem.detail()),
                            problem.violations().stream()
                                    .map(fault -> fault.pointer().replaceFirst(":$", "") + ": " + fault.message()))
                    .toList();
        }
    }
}
