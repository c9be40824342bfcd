package io.provincelink.gateway.webhook;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Closes what must not be read in the database or a copy of it: AES-GCM under the key of the configuration. */
@Singleton
public class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private final Optional<SecretKey> key;

    public Seal(WebhookSettings settings) {
        this.key = settings.key().map(Seal::read);
    }

    private static SecretKey read(String text) {
        byte[] bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length != KEY) {
            throw new IllegalArgumentException("provincelink.gateway.webhooks.key must have 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    boolean isThere() {
        return key.isPresent();
    }

    /** @param place where it is kept; opened for another place it is nothing */
    byte[] close(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, place);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(byte[] closed, String place) {
        byte[] nonce = Arrays.copyOf(closed, NONCE);
        return crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(closed, NONCE, closed.length), place);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.orElseThrow(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException otherKey) {
            throw new IllegalStateException("sealed with another key than provincelink.gateway.webhooks.key", otherKey);
        }
    }
}
