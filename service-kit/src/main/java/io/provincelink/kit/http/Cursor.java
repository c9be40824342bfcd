package io.provincelink.kit.http;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/** An opaque place in a list: the last key, bound to the list's filters so that it is not taken to another list by mistake. */
final class Cursor {

    private Cursor() {}

    static String seal(String key, String filters) {
        String text = checksum(key, filters) + ":" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String open(String cursor, String filters) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon > 0) {
                String key = text.substring(colon + 1);
                // the checksum is no secret, so the key may be anybody's
                if (Characters.areStorable(key) && text.substring(0, colon).equals(checksum(key, filters))) {
                    return key;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one answer for every bad cursor
        }
        throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
    }

    private static String checksum(String key, String filters) {
        CRC32 crc = new CRC32();
        crc.update((key + "\n" + filters).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
