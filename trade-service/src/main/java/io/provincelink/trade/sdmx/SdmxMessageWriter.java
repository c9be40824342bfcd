package io.provincelink.trade.sdmx;

import io.provincelink.kit.http.WholeLists;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Sends a message in whatever media type was agreed on. */
@Provider
@Produces({
    Form.STRUCTURE_XML,
    Form.STRUCTURE_JSON,
    Form.GENERIC,
    Form.SPECIFIC,
    Form.GENERIC_TIME_SERIES,
    Form.SPECIFIC_TIME_SERIES,
    Form.DATA_JSON,
    Form.DATA_CSV,
    Form.XML,
    Form.XML_TEXT,
    Form.JSON,
    Form.CSV
})
public class SdmxMessageWriter implements MessageBodyWriter<SdmxAnswer> {

    private final Request request;
    private final WholeLists lists;

    public SdmxMessageWriter(Request request, WholeLists lists) {
        this.request = request;
        this.lists = lists;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == SdmxAnswer.class;
    }

    @Override
    public void writeTo(
            SdmxAnswer answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream sent)
            throws IOException {
        SdmxMessage message = answer.message();
        if (message == null || request.getMethod().equals(HttpMethod.HEAD)) {
            return; // the head says all that is wanted
        }
        if (message.isLong()) {
            lists.send(sent, message::write);
        } else {
            message.write(sent);
        }
    }
}
