package io.provincelink.record.change;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the change log ends, and what seals the places in it. A cursor is one AES block of half the epoch and the place: of two cursors
 * nobody can say how far they are apart, and so what lies between them that is not for his eyes.
 *
 * @param epoch tells this database from every other
 * @param seq place of the last change
 * @param oldest place of the oldest change that is kept, the next place where none is
 */
record Head(UUID epoch, long seq, byte[] key, long oldest) {

    private static final int BLOCK = 16;

    String seal(long place) {
        byte[] plain = ByteBuffer.allocate(BLOCK)
                .putLong(epoch.getMostSignificantBits())
                .putLong(place)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(crypt(Cipher.ENCRYPT_MODE, plain));
    }

    /**
     * The place that a cursor means.
     *
     * @throws ProblemException 400 for what is no cursor at all; 410 for one of another database, of a time that this one was set back
     *     from, or of a stretch that is not kept any more
     */
    long open(String cursor) {
        ByteBuffer plain = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, block(cursor)));
        boolean ours = plain.getLong() == epoch.getMostSignificantBits();
        long place = plain.getLong();
        if (!ours || place > seq || place < oldest - 1) {
            throw ProblemException.of(CommonProblem.GONE);
        }
        return place;
    }

    private static byte[] block(String cursor) {
        try {
            byte[] block = Base64.getUrlDecoder().decode(cursor);
            if (block.length == BLOCK) {
                return block;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one answer
        }
        throw ProblemException.invalid(Fault.at("?after", "bad-cursor"));
    }

    @SuppressWarnings("InsecureCryptoUsage") // a single block, of which no two are the same: there is nothing to chain
    private byte[] crypt(int mode, byte[] block) {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(mode, new SecretKeySpec(key, "AES"));
            return aes.doFinal(block);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
