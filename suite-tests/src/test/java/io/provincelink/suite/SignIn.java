package io.provincelink.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who signs in at Keycloak's own page, as a browser would have it: authorization code with PKCE. */
final class SignIn {

    static final String CLIENT = "provincelink-people";

    /** As the realm has it where nobody says where the gateway is. */
    static final String BACK = "http://localhost:8080/docs/oauth2-redirect.html";

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Keycloak keycloak;

    /** What only who began to sign in knows. */
    final String verifier = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");

    SignIn(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** What is asked at first, with changes; an empty value leaves a parameter out. */
    HttpResponse<String> begin(Map<String, String> changes) {
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "client_id", CLIENT,
                "response_type", "code",
                "scope", "openid",
                "redirect_uri", BACK,
                "state", "here",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
        query.putAll(changes);
        query.values().removeIf(String::isEmpty);
        String address = keycloak.realm() + "/protocol/openid-connect/auth?" + Keycloak.encoded(query);
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /** Fills in the form of the page. */
    HttpResponse<String> fillIn(String page, String name, String password) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new AssertionError("no form: " + page);
        }
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Keycloak.encoded(Map.of("username", name, "password", password)))));
    }

    /** The code that the browser is sent back with. */
    static String code(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        Matcher code = CODE.matcher(location);
        if (!location.startsWith(BACK) || !code.find()) {
            throw new AssertionError("not sent back: " + answer.statusCode() + " " + location + " " + answer.body());
        }
        return code.group(1);
    }

    Keycloak.Grant redeem(String code, String proof) {
        return keycloak.grant(Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "redirect_uri", BACK,
                "code", code,
                "code_verifier", proof));
    }

    Keycloak.Grant refresh(String token) {
        return keycloak.grant(Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", token));
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** A browser takes this machine for safe, and Java does not: it would keep the cookies to itself. */
    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            StringBuilder header = new StringBuilder();
            cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", header.toString());
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String pair = cookie.split(";", 2)[0];
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            return answer;
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("no answer", failed);
        }
    }
}
