package io.provincelink.gateway.door;

import io.provincelink.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Forged tokens that no library for good ones would make. */
final class BadTokens {

    private BadTokens() {}

    /** What a forger would try who knows the public key: an HMAC under it, of which a careless reader thinks it is the key. */
    static String signedWithThePublicKey() {
        try {
            String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
                    + Tokens.of("VN.02", "editor").split("\\.")[1];
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(Tokens.publicKey()), "HmacSHA256"));
            return signed + "." + encode(mac.doFinal(bytes(signed)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Rightly signed by us and otherwise good, but it would be valid for ever. */
    static String withoutExpiry() {
        try {
            String[] good = Tokens.of("VN.02", "editor").split("\\.");
            String claims = new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8);
            String forEver = claims.replaceFirst("\"exp\":\\d+,?", "").replace(",}", "}");
            String signed = good[0] + "." + encode(forEver);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(ourKey().getPrivate());
            signature.update(bytes(signed));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The builder behind {@link Tokens} adds an expiry to every token, and the key is not shown. */
    private static KeyPair ourKey() {
        try {
            var field = Tokens.class.getDeclaredField("OURS");
            field.setAccessible(true);
            return (KeyPair) field.get(null);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static String encode(String text) {
        return encode(bytes(text));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
