package io.provincelink.agreements.document;

import io.provincelink.agreements.agreement.FiledDocument;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of files, made harmless. */
final class FileName {

    private static final int LONGEST = 150;

    private FileName() {}

    /** The last segment without what a file system or a reader could take amiss, ending as its type does. */
    static String of(@Nullable String given, FiledDocument document, String mediaType) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                // control and invisible characters, also those that turn the direction of what follows
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[:*?\"<>|]", "_")
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (name.isEmpty()) {
            name = document.role().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + document.language();
        }
        String ending = MediaTypes.ending(mediaType);
        if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
            name = name.substring(0, name.length() - ending.length());
        }
        return cut(name) + ending;
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return name.substring(0, end);
    }

    /** RFC 6266: an ASCII name for old readers, the real one in RFC 8187 encoding. */
    static String disposition(String name) {
        String ascii = Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || "-._~".indexOf(b) >= 0;
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
