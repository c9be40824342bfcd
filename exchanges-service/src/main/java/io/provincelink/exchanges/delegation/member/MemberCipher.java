package io.provincelink.exchanges.delegation.member;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals one text for one person of one delegation: AES-256-GCM of the JDK with a random nonce. The ids are bound into it, so that a
 * sealed text put beside another person's id does not open.
 */
final class MemberCipher {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Texts are filled up to a multiple of this: how long a name is tells something of it. */
    private static final int BLOCK = 128;

    private static final SecureRandom RANDOM = new SecureRandom();

    private MemberCipher() {}

    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** @param text JSON, which blanks at its end do not change */
    static String seal(byte[] key, UUID delegation, UUID person, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] filled = Arrays.copyOf(plain, (plain.length / BLOCK + 1) * BLOCK);
        Arrays.fill(filled, plain.length, filled.length, (byte) ' ');
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, delegation, person).doFinal(filled);
            byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** @throws IllegalStateException when it was not sealed with this key for this person of this delegation */
    static String open(byte[] key, UUID delegation, UUID person, String sealed) {
        byte[] whole = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, delegation, person)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8).strip();
        } catch (GeneralSecurityException forged) {
            throw new IllegalStateException("a sealed member of " + delegation + " does not open", forged);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, UUID delegation, UUID person)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((delegation + "/" + person).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
