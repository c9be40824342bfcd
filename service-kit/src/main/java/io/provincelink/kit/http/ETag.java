package io.provincelink.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A strong entity tag, {@code "7-1c9f3a02"}: the record's version, and a short hash of what else decides the bytes (media type,
 * contract version, fields, content coding, the day where a value follows the calendar). A precondition compares the version alone.
 */
public record ETag(long version, String hash) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})-([0-9a-f]{1,8})\"");

    public static ETag of(long version, Object... whatElse) {
        CRC32 crc = new CRC32();
        crc.update(Arrays.deepToString(whatElse).getBytes(StandardCharsets.UTF_8));
        return new ETag(version, Long.toHexString(crc.getValue()));
    }

    /** The tag of the same answer in the coding that the server chooses for this Accept-Encoding header. */
    public ETag coded(@Nullable String acceptEncoding) {
        return Coding.isGzip(acceptEncoding) ? new ETag(version, hash + "-gzip") : this;
    }

    /** Whether an If-None-Match header names this tag (weak comparison, RFC 9110 §13.1.2). */
    public boolean isIn(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        String mine = toString();
        for (String tag : ifNoneMatch.split(",")) {
            String stripped = tag.strip();
            if (mine.equals(stripped.startsWith("W/") ? stripped.substring(2) : stripped)) {
                return true;
            }
        }
        return false;
    }

    /** The version that one tag of an If-Match header names; empty when it is not one of our tags. */
    static OptionalLong versionIn(String tag) {
        Matcher matcher = TAG.matcher(tag.strip());
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    @Override
    public String toString() {
        return "\"" + version + "-" + hash + "\"";
    }
}
