package io.provincelink.trade.load.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** How the characters of a file are written as bytes. Named by whoever sends the file, never guessed. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8, Set.of("UTF-8", "US-ASCII")),
    GB18030(Charset.forName("GB18030"), Set.of("GB18030", "GBK", "GB2312", "US-ASCII"));

    private final Charset charset;
    private final Set<String> parts;

    /** @param parts names of the charsets whose bytes are read the same way */
    Encoding(Charset charset, Set<String> parts) {
        this.charset = charset;
        this.parts = parts;
    }

    Charset charset() {
        return charset;
    }

    /** Whether a file said to be in the charset of this name may be read so. */
    public boolean reads(String name) {
        String charset = name.toUpperCase(Locale.ROOT);
        // once the default of all text, which some clients name without having looked
        return parts.contains(charset) || charset.equals("ISO-8859-1");
    }
}
