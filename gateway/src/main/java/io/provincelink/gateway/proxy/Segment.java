package io.provincelink.gateway.proxy;

import io.provincelink.kit.problem.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand between two slashes. */
final class Segment {

    private static final Pattern AS_SENT = Pattern.compile("[\\x21-\\x7e&&[^;\\\\?#]]+");
    private static final Pattern DECODED = Pattern.compile("[^\\x00-\\x1f\\x7f/\\\\;%]+");

    /** What a partner's key can consist of (see ExternalId), but not as it is in an address. */
    private static final Map<String, String> ENCODED = Map.of("/", "%2F", "\\", "%5C", ";", "%3B", "%", "%25");

    private static final Pattern KEY_DECODED = Pattern.compile("[^\\x00-\\x20\\x7f]+");
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private Segment() {}

    static boolean isPlain(String segment) {
        if (!AS_SENT.matcher(segment).matches()) {
            return false;
        }
        try {
            String decoded = decoded(segment);
            return DECODED.matcher(decoded).matches() && !isDots(decoded);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /**
     * What keeps a partner's key from being a segment. A key is text that no service takes for a path; still one that would be another
     * address if somebody on the way decoded it too early is not passed on.
     */
    static Optional<Fault> faultOfKey(String sent) {
        for (String separator : new String[] {"/", "\\", ";"}) {
            if (sent.contains(separator)) {
                return Optional.of(Fault.at("{id}", "not-encoded", separator, ENCODED.get(separator)));
            }
        }
        try {
            String key = decoded(sent);
            if (!AS_SENT.matcher(sent).matches() || !KEY_DECODED.matcher(key).matches()) {
                return Optional.of(Fault.at("{id}", "no-key"));
            }
            return Arrays.stream(SEPARATOR.split(key, -1))
                    .filter(Segment::isDots)
                    .findFirst()
                    .map(dots -> Fault.at("{id}", "no-address", dots));
        } catch (IllegalArgumentException malformed) {
            return Optional.of(Fault.at("{id}", "not-encoded", "%", ENCODED.get("%")));
        }
    }

    private static boolean isDots(String decoded) {
        return decoded.equals(".") || decoded.equals("..");
    }

    /** Once; a plus sign is one. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
