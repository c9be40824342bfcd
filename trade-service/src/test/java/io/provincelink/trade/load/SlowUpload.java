package io.provincelink.trade.load;

import io.provincelink.testing.Tokens;
import io.restassured.RestAssured;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends a file as slowly as a test wants, and may go away in the middle. */
final class SlowUpload implements Closeable {

    private final Socket socket;
    private final OutputStream out;

    /** Sends the head of a request that announces so many bytes. */
    SlowUpload(String region, long length) throws IOException {
        this(region, length, "Content-Type: text/csv\r\n");
    }

    /** @param headers lines of the head beside those that every request has */
    SlowUpload(String region, long length, String headers) throws IOException {
        socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(30_000);
        out = socket.getOutputStream();
        write("POST " + LoadFiles.LOADS + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + length
                + "\r\nAuthorization: Bearer " + Tokens.of(region, "statistician") + "\r\n\r\n");
    }

    void write(String part) throws IOException {
        out.write(part.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The first line and the rest of the answer, once it has come. */
    String answer() throws IOException {
        byte[] read = new byte[64 * 1024];
        int length = socket.getInputStream().read(read);
        return length < 0 ? "closed" : new String(read, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
