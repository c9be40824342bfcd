package io.provincelink.kit.http;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers of any length, sent while they are read. Each holds a thread here, and one of the connections that the gateway has to this
 * service, for as long as its reader takes; so there are only so many at a time, that all other answers go on meanwhile.
 */
@Singleton
public class WholeLists {

    private static final int RETRY_AFTER_SECONDS = 30;

    private final CurrentVertxRequest current;
    private final Semaphore places;

    public WholeLists(
            CurrentVertxRequest current,
            @ConfigProperty(name = "provincelink.whole-lists-at-once", defaultValue = "32") int most) {
        this.current = current;
        this.places = new Semaphore(most);
    }

    /** What is sent. */
    public interface Content {
        /** @throws IOException also when the reader has gone */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Sends it to the reader of the present request.
     *
     * @throws ProblemException 503 when there are too many already
     * @throws IOException once the reader has gone, with a {@link HttpClosedException} as its cause
     */
    public void send(OutputStream out, Content content) throws IOException {
        if (!places.tryAcquire()) {
            throw ProblemException.of(CommonProblem.BUSY, RETRY_AFTER_SECONDS)
                    .with(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
        }
        try {
            content.write(watched(out));
        } finally {
            places.release();
        }
    }

    /**
     * The framework takes what is written to a reader that has gone as if it were sent, unless it was waiting for him just then; the whole
     * list would be read for nobody.
     */
    private OutputStream watched(OutputStream out) {
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
