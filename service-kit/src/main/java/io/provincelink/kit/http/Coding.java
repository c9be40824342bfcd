package io.provincelink.kit.http;

import org.jspecify.annotations.Nullable;

/** The content coding of an answer. It is chosen by Netty, which offers gzip alone; the ETag must know the same. */
public final class Coding {

    private Coding() {}

    /** As {@code io.netty.handler.codec.http.HttpContentCompressor} reads Accept-Encoding. */
    public static boolean isGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        float any = -1;
        float gzip = -1;
        float deflate = -1;
        for (String coding : acceptEncoding.split(",")) {
            float weight = weight(coding);
            if (coding.contains("*")) {
                any = weight;
            } else if (coding.contains("gzip") && weight > gzip) {
                gzip = weight;
            } else if (coding.contains("deflate") && weight > deflate) {
                deflate = weight;
            }
        }
        if (gzip > 0 || deflate > 0) {
            return gzip != -1 && gzip >= deflate;
        }
        return any > 0 && gzip == -1;
    }

    private static float weight(String coding) {
        int equals = coding.indexOf('=');
        try {
            return equals < 0 ? 1 : Float.parseFloat(coding.substring(equals + 1));
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
