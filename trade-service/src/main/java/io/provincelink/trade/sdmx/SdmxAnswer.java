package io.provincelink.trade.sdmx;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message with its headers. The framework looks for what writes a {@code RestResponse} where an address has several media types, and finds
 * {@code toString()}; so the headers go along with the message, and {@link SdmxHeaders} puts them where they belong.
 */
public final class SdmxAnswer {

    private final @Nullable SdmxMessage message;
    private final Map<String, String> headers;

    /** @param message null where the reader has it already */
    SdmxAnswer(@Nullable SdmxMessage message, Map<String, String> headers) {
        this.message = message;
        this.headers = headers;
    }

    @Nullable
    SdmxMessage message() {
        return message;
    }

    Map<String, String> headers() {
        return headers;
    }
}
