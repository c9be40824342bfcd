package io.provincelink.gateway.destination;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that something can be sent to, in its one spelling. Whatever two readers might understand differently is refused: names and
 * passwords before the host, numbers that are addresses in octal, hexadecimal or one piece, a dot at the end, zones, fragments.
 *
 * @param secure https, and not http
 * @param host a name in lower case, or an address, one of version 6 without brackets
 * @param path with the query
 */
public record Target(boolean secure, String host, int port, String path) {

    private static final int LONGEST = 2_000;

    /** The last part begins with a letter, so no spelling of a number is a name. */
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern VERSION_4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    private static final Pattern VERSION_6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");

    /** @throws TargetRefused when it is not one, or not spelled as one */
    public static Target of(String url) throws TargetRefused {
        URI uri = uri(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new TargetRefused("target-not-https");
        }
        boolean secure = scheme.equals("https");
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        boolean odd = uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || port < 1
                || port > 65_535
                // ":" without a port
                || uri.getRawAuthority() != null && uri.getRawAuthority().endsWith(":");
        String host = host(uri.getHost());
        if (odd || host == null) {
            throw new TargetRefused("target-malformed");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(secure, host, port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static URI uri(String url) throws TargetRefused {
        if (url.length() > LONGEST || !PLAIN.matcher(url).matches()) {
            throw new TargetRefused("target-malformed");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw new TargetRefused("target-malformed");
        }
    }

    private static @Nullable String host(@Nullable String host) {
        if (host == null) {
            return null;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        if (VERSION_6.matcher(lower).matches()) {
            return lower.substring(1, lower.length() - 1);
        }
        return NAME.matcher(lower).matches() || VERSION_4.matcher(lower).matches() ? lower : null;
    }

    /** As it stands in the header Host. */
    public String authority() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? shown : shown + ":" + port;
    }
}
