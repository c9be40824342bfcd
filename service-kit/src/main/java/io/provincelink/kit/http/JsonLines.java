package io.provincelink.kit.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one JSON value a line. It leaves the stream open: only who knows that everything is there may end it. */
public final class JsonLines {

    private final ObjectWriter json;
    private final OutputStream out;

    public JsonLines(ObjectMapper json, OutputStream out) {
        // a line goes out when there is enough of it for the network, not by itself
        this.json = json.writer()
                .withoutFeatures(JsonGenerator.Feature.AUTO_CLOSE_TARGET, JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        this.out = out;
    }

    /** @throws IOException when the reader has gone */
    public void add(Object value) throws IOException {
        json.writeValue(out, value);
        out.write('\n');
    }
}
