package io.provincelink.kit.identity;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/** Whose fault it is that a token was not accepted. */
final class TokenFailure {

    private TokenFailure() {}

    /** It names a key that is not among those of the identity server, as far as they are known. */
    static boolean isOfUnknownKey(Throwable thrown) {
        return hasCause(thrown, cause -> cause instanceof UnresolvableKeyException);
    }

    /** Nobody can say whether it is good: the identity server did not give its keys. */
    static boolean isOfServer(Throwable thrown) {
        return hasCause(thrown, TokenFailure::isSilence)
                && !hasCause(thrown, cause -> cause instanceof InvalidJwtException);
    }

    private static boolean isSilence(Throwable cause) {
        return cause instanceof OIDCException
                || cause instanceof IOException
                || cause instanceof VertxException
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException;
    }

    /** What happened at first, for the log. */
    static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean hasCause(Throwable thrown, Predicate<Throwable> wanted) {
        Throwable cause = thrown;
        while (cause != null && !wanted.test(cause)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
