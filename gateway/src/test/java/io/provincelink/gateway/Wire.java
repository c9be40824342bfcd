package io.provincelink.gateway;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** HTTP byte by byte, for requests that no decent client sends and answers that one would tidy up. */
public final class Wire {

    private Wire() {}

    /** Sends this text and reads until the gateway closes the connection; ask it to with {@code Connection: close}. */
    public static Seen send(String request) {
        try (Socket socket = open()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new Seen(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A GET of exactly this path. */
    public static Seen get(String path, String... headers) {
        return send("GET " + path + " HTTP/1.1\r\nHost: door.example\r\nConnection: close\r\n"
                + String.join(
                        "", Arrays.stream(headers).map(line -> line + "\r\n").toList()) + "\r\n");
    }

    public static Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** All that came back. */
    public record Seen(String text) {

        public int status() {
            return text.isEmpty() ? 0 : Integer.parseInt(text.substring(9, 12));
        }

        public List<String> head() {
            return text.substring(0, text.indexOf("\r\n\r\n"))
                    .toLowerCase(Locale.ROOT)
                    .lines()
                    .toList();
        }

        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }
}
