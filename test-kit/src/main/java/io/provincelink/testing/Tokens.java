package io.provincelink.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Real signed tokens, good and bad ones. */
public final class Tokens {

    public static final String ISSUER = "urn:provincelink:test";
    public static final String AUDIENCE = "provincelink";

    private static final KeyPair OURS = newKey();
    private static final KeyPair FOREIGN = newKey();

    private Tokens() {}

    /** Base64 of the X.509 public key that the application under test trusts. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(OURS.getPublic().getEncoded());
    }

    /** A valid token of a person of this region with these roles. */
    public static String of(String region, String... roles) {
        return claims(region, roles).sign(OURS.getPrivate());
    }

    /** A valid token without a region, as operators have. */
    public static String operator() {
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("operator")
                .claim("roles", Set.of("admin"))
                .expiresIn(Duration.ofMinutes(5))
                .sign(OURS.getPrivate());
    }

    /** A validly signed editor's token with these claims in place of the usual ones. */
    public static String with(Map<String, Object> claims) {
        JwtClaimsBuilder builder =
                claims("XA.01", "reader", "editor").remove("region").remove("body");
        claims.forEach(builder::claim);
        return builder.sign(OURS.getPrivate());
    }

    public static String expired(String region, String... roles) {
        return claims(region, roles).expiresAt(Instant.now().minusSeconds(600)).sign(OURS.getPrivate());
    }

    public static String ofWrongAudience(String region, String... roles) {
        return claims(region, roles).audience("somebody-else").sign(OURS.getPrivate());
    }

    public static String ofWrongIssuer(String region, String... roles) {
        return claims(region, roles).issuer("urn:somebody-else").sign(OURS.getPrivate());
    }

    public static String foreignSigned(String region, String... roles) {
        return claims(region, roles).sign(FOREIGN.getPrivate());
    }

    /** What a forger would try: the claims of a valid token under {@code alg=none}. */
    public static String unsigned(String region, String... roles) {
        String claims = of(region, roles).split("\\.")[1];
        String header = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + claims + ".";
    }

    /** What a forger would try who knows the public key: an HMAC under it, which a careless reader takes for our signature. */
    public static String signedWithThePublicKey(String region, String... roles) {
        try {
            String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                    + of(region, roles).split("\\.")[1];
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(OURS.getPublic().getEncoded(), "HmacSHA256"));
            return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Rightly signed and otherwise good, but valid for ever; the builder of good tokens makes none. */
    public static String withoutExpiry(String region, String... roles) {
        try {
            String[] good = of(region, roles).split("\\.");
            String claims = new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8);
            String forEver = claims.replaceFirst("\"exp\":\\d+,?", "").replace(",}", "}");
            String signed = good[0] + "." + encode(forEver.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(OURS.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Everything that is no valid token of an editor, by what is wrong with it. */
    public static Map<String, String> bad() {
        String region = "VN.02";
        return Map.of(
                "expired", expired(region, "editor"),
                "for ever", withoutExpiry(region, "editor"),
                "not yet valid",
                        with(Map.of("nbf", Instant.now().plusSeconds(600).getEpochSecond())),
                "foreign key", foreignSigned(region, "editor"),
                "alg none", unsigned(region, "editor"),
                "public key as secret", signedWithThePublicKey(region, "editor"),
                "wrong audience", ofWrongAudience(region, "editor"),
                "wrong issuer", ofWrongIssuer(region, "editor"),
                "no token", "x.y.z",
                "cut", of(region, "editor").substring(0, 60));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static JwtClaimsBuilder claims(String region, String... roles) {
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(region + "-" + String.join("-", roles))
                .claim("azp", "tests")
                .claim("region", region)
                .claim("body", "Foreign affairs department of " + region)
                .claim("roles", Set.of(roles))
                .expiresIn(Duration.ofMinutes(5));
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
