package io.provincelink.trade.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A file that was refused long ago and goes on for ever. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EndlessUploadTest {

    private static final int PIECE = 1 << 20;
    private static final int MOST_PIECES = 3 << 10;

    @TestHTTPResource
    URI service;

    @Test
    void who_does_not_end_is_cut_off() throws Exception {
        try (Socket client = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = client.getOutputStream();
            out.write(
                    ("POST /api/v1/trade-loads HTTP/1.1\r\nHost: here\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                                    + Tokens.of("XA.01", "statistician")
                                    + "\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nno,such,columns\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> sendWithoutEnd(out)).isInstanceOf(IOException.class);
        }
    }

    private static void sendWithoutEnd(OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        byte[] size = (Integer.toHexString(PIECE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n".getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < MOST_PIECES; sent++) {
            out.write(size);
            out.write(piece);
            out.write(end);
        }
    }
}
