package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file that is refused at its first line, while three times as much is still to come as the service has memory. */
@ExtendWith(SharedSuite.class)
class RefusedUploadIT {

    private static final long MANY_BYTES = 480L << 20;

    private final RunningSuite suite;

    RefusedUploadIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void the_rest_of_a_refused_file_takes_no_memory() throws Exception {
        List<ProcessHandle> before = suite.javaChildren();
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream("no,such,columns\n".getBytes(StandardCharsets.UTF_8)), new Rows());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + suite.port() + "/api/v1/trade-loads"))
                .header("Authorization", "Bearer " + SuiteTokens.of(suite, "XA.01", "reader", "statistician"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofInputStream(() -> file))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        suite.get("/api/v1/trade-figures").expect(200);
        assertThat(suite.javaChildren()).isEqualTo(before);
    }

    /** So many bytes, made while they are read. */
    private static final class Rows extends InputStream {

        private long left = MANY_BYTES;

        @Override
        public int read() {
            return left-- > 0 ? '1' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(left, length);
            left -= read;
            return read;
        }
    }
}
