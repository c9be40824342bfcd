package io.provincelink.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Notices that a reader has gone away from an answer that is sent while it is read. The framework takes what is written then as if it were
 * sent, unless it was waiting for the reader just then; a whole list would be read for nobody.
 */
@Singleton
public class WatchedReader {

    private final CurrentVertxRequest current;

    public WatchedReader(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The stream of the present answer, failing with a {@link HttpClosedException} as its cause once nobody takes it. */
    public OutputStream watching(OutputStream out) {
        HttpServerResponse response = current.getCurrent().response();
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                requireReader();
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                requireReader();
                out.write(bytes, from, length);
            }

            private void requireReader() throws IOException {
                if (response.closed()) {
                    throw new IOException(new HttpClosedException("the reader has gone"));
                }
            }
        };
    }
}
