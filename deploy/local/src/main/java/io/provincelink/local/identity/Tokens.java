package io.provincelink.local.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.provincelink.local.directory.PrivateFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Signs the tokens that the services accept in a local run: JWS compact form, RS256. */
public final class Tokens {
    /** The audience that every service asks for. */
    public static final String AUDIENCE = "provincelink";

    private static final Duration SAMPLE_LIFETIME = Duration.ofDays(30);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SigningKey key;
    private final String issuer;
    private final InstantSource clock;

    public Tokens(SigningKey key, String issuer, InstantSource clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    public SigningKey key() {
        return key;
    }

    public String issuer() {
        return issuer;
    }

    /** A token for the person that is valid from now on, for the given time. */
    public String sign(Person person, Duration lifetime) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", AUDIENCE);
        claims.put("sub", person.subject());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(lifetime).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("azp", "local");
        claims.put("client_id", "local");
        claims.put("upn", person.subject());
        claims.put("preferred_username", person.subject());
        if (person.region() != null) {
            claims.put("region", person.region());
        }
        if (person.body() != null) {
            claims.put("body", person.body());
        }
        claims.put("roles", person.roles());
        String content = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
        return content + "." + BASE64.encodeToString(key.sign(content.getBytes(US_ASCII)));
    }

    private static String encoded(Map<String, ?> json) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a token of 30 days for every sample person, {@code <name>.jwt} with mode 0600. */
    public void writeSamples(Path directory) {
        for (Person person : SamplePeople.all()) {
            PrivateFile.write(directory.resolve(person.subject() + ".jwt"), sign(person, SAMPLE_LIFETIME) + "\n");
        }
    }
}
