package io.provincelink.kit.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.provincelink.kit.http.WholeLists.Content;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends a list as lines or as a table while it is read: with {@code limit} the page, without it page after page to the end. The next page
 * is read when the reader has taken the one before, so a list of any length needs the memory of a page.
 *
 * <p>Nothing is closed here. What fails on the way leaves as an exception, and the answer breaks off instead of ending.
 */
@Provider
@Produces({ListForms.LINES, ListForms.TABLE})
public class ListWriter implements MessageBodyWriter<Page<?>> {

    private final ObjectMapper json;
    private final Representation representation;
    private final UriInfo uri;
    private final Request request;
    private final WholeLists lists;
    private final Map<Type, Columns> columns = new ConcurrentHashMap<>();

    public ListWriter(
            ObjectMapper json, Representation representation, UriInfo uri, Request request, WholeLists lists) {
        this.json = json;
        this.representation = representation;
        this.uri = uri;
        this.request = request;
        this.lists = lists;
    }

    /** Takes the items of a list on their way out. */
    private interface Rows {
        void add(Object view) throws IOException;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class && ListForms.isStream(mediaType);
    }

    @Override
    public void writeTo(
            Page<?> first,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream sent)
            throws IOException {
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return; // the head says all that is wanted; nothing more is read for it
        }
        Content list = out -> write(first, generic, mediaType, out);
        if (isWhole()) {
            lists.send(sent, list);
        } else {
            list.write(sent);
        }
    }

    private void write(Page<?> first, Type generic, MediaType mediaType, OutputStream out) throws IOException {
        if (!ListForms.isTable(mediaType)) {
            JsonLines lines = new JsonLines(json, out);
            write(first, view -> lines.add(representation.shown(view)));
            return;
        }
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        @SuppressWarnings("resource") // closing it would end the answer, also one that broke off
        CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        Columns shown = columns.computeIfAbsent(generic, this::columns).only(representation::shows);
        table.writeRecord(shown.names());
        write(first, view -> table.writeRecord(shown.row(json.valueToTree(view))));
        table.flush();
    }

    private boolean isWhole() {
        return !PageRequest.isPageAsked(uri);
    }

    private void write(Page<?> first, Rows rows) throws IOException {
        boolean whole = isWhole();
        Page<?> page = first;
        while (page != null) {
            if (whole && page.next() != null && page.rest() == null) {
                throw new IllegalStateException("a list that comes in pages alone was taken as a whole");
            }
            for (Object view : page.items()) {
                rows.add(view);
            }
            page = whole && page.rest() != null ? page.rest().get() : null;
        }
    }

    /** @param page {@code Page<View>}, as the method declares it */
    private Columns columns(Type page) {
        JavaType view = json.constructType(((ParameterizedType) page).getActualTypeArguments()[0]);
        return Columns.of(view, json);
    }
}
