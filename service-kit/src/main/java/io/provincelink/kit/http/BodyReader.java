package io.provincelink.kit.http;

import io.provincelink.kit.words.ExternalId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.common.util.StreamUtil;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/** Bodies that are records are read by the {@link DraftReader}, others (trees, streams) as ever. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
public class BodyReader implements ServerMessageBodyReader<Object> {

    private static final String SYSTEM = "system";
    private static final String ID = "id";

    private final DraftReader drafts;
    private final Request request;
    private final UriInfo uri;

    public BodyReader(DraftReader drafts, Request request, UriInfo uri) {
        this.drafts = drafts;
        this.request = request;
        this.uri = uri;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
        return type.isRecord();
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public @Nullable Object readFrom(Class<Object> type, Type generic, MediaType media, ServerRequestContext context)
            throws IOException {
        return read(type, context.getInputStream());
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, body);
    }

    /** No body at all is left to the constraint on the parameter. */
    private @Nullable Object read(Class<Object> type, InputStream body) throws IOException {
        return StreamUtil.isEmpty(body) ? null : drafts.read(body, type, purpose());
    }

    private DraftReader.Purpose purpose() {
        MultivaluedMap<String, String> address = uri.getPathParameters();
        boolean created = request.getMethod().equals(HttpMethod.POST);
        ExternalId key = created || !address.containsKey(SYSTEM)
                ? null
                : new ExternalId(address.getFirst(SYSTEM), address.getFirst(ID));
        return new DraftReader.Purpose(created, key);
    }
}
