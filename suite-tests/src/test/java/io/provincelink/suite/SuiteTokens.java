package io.provincelink.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Tokens that the running suite takes as its own, since they are signed with its key. */
final class SuiteTokens {

    private SuiteTokens() {}

    /** Of somebody of any region, the fictional ones too. */
    static String of(RunningSuite suite, String region, String... roles) {
        ObjectNode claims = claims(suite.token("ha-giang-editor"));
        claims.put("sub", "somebody of " + region)
                .put("region", region)
                .put("body", "Foreign affairs office of " + region);
        claims.putArray("roles");
        for (String role : roles) {
            claims.withArray("roles").add(role);
        }
        return between(suite, claims, Instant.now().plus(Duration.ofHours(1)));
    }

    /** The same token with another end. */
    static String until(RunningSuite suite, String token, Instant end) {
        return between(suite, claims(token), end);
    }

    /** The same token, made for another system. */
    static String forAudience(RunningSuite suite, String token, String audience) {
        ObjectNode claims = claims(token);
        claims.put("aud", audience);
        return between(suite, claims, Instant.now().plus(Duration.ofHours(1)));
    }

    /** The same token, signed with a key of somebody else's. */
    static String signedByAnother(String token) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return signed(payload(token), keys.generateKeyPair().getPrivate());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The same token, which says that it is not signed and is not. */
    static String unsigned(String token) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(payload(token)) + ".";
    }

    private static String between(RunningSuite suite, ObjectNode claims, Instant end) {
        claims.put("iat", end.minusSeconds(7200).getEpochSecond()).put("exp", end.getEpochSecond());
        return signed(claims.toString().getBytes(StandardCharsets.UTF_8), key(suite));
    }

    private static PrivateKey key(RunningSuite suite) {
        try {
            String pem = Files.readString(suite.data().resolve("secrets/signing-key.pem"));
            byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (IOException | GeneralSecurityException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    /** What the suite's tokens are checked with, as a setting has it. */
    static String publicKey(RunningSuite suite) {
        try {
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) key(suite);
            KeySpec open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return Base64.getEncoder()
                    .encodeToString(
                            KeyFactory.getInstance("RSA").generatePublic(open).getEncoded());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static ObjectNode claims(String token) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(payload(token));
        } catch (IOException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    static byte[] payload(String token) {
        return Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    }

    static String signed(byte[] payload, PrivateKey key) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayloadBytes(payload);
            signature.setAlgorithmHeaderValue("RS256");
            signature.setKey(key);
            return signature.getCompactSerialization();
        } catch (JoseException cannotSign) {
            throw new IllegalStateException(cannotSign);
        }
    }
}
