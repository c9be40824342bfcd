package io.provincelink.record.idempotency;

import io.provincelink.kit.http.ETag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** What a POST answers, in a form that can be kept and given again. */
public record Answer<V>(int status, Map<String, String> headers, V view) {

    /** 201 with the new record's address and ETag. */
    public static <V> Answer<V> created(String address, ETag tag, V view) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.LOCATION, address);
        headers.put(HttpHeaders.ETAG, tag.toString());
        return new Answer<>(201, headers, view);
    }

    /** 200 with the changed record's ETag. */
    public static <V> Answer<V> changed(ETag tag, V view) {
        return new Answer<>(200, Map.of(HttpHeaders.ETAG, tag.toString()), view);
    }

    public RestResponse<V> response() {
        var response = RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), view);
        headers.forEach(response::header);
        return response.build();
    }
}
