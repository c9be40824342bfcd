package io.provincelink.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** The call that the greeting suggests: the review of a programme, which asks all services at once. */
record FirstCall(int port) {
    private static final int TIMEOUT_MILLIS = 10_000;

    String address() {
        return "http://localhost:" + port + "/api/v1/programmes/ha-giang-wenshan-2016-2020/review";
    }

    /**
     * Makes it before anybody else does: in JVMs that have answered nothing yet it takes so long that the gateway might give up on a
     * service. What comes back does not matter; without the dataset it is a 404.
     */
    void warmUp() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address()).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            try (InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
                if (body != null) {
                    body.readAllBytes();
                }
            } finally {
                connection.disconnect();
            }
        } catch (IOException tooSlowEvenNow) {
            // the suite is ready all the same
        }
    }
}
