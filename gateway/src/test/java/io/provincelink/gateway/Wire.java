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
        try (Socket socket = begin(request)) {
            return rest(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Sends this text and leaves the connection open. */
    public static Socket begin(String text) throws IOException {
        Socket socket = open();
        more(socket, text);
        return socket;
    }

    /** Sends more of a request that was begun. */
    public static void more(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Reads until the gateway closes the connection. */
    public static Seen rest(Socket socket) throws IOException {
        return new Seen(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
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
