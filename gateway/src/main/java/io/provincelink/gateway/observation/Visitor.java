package io.provincelink.gateway.observation;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, by the token alone and without anything that names a person.
 *
 * @param client the application that the token was given to; null where it does not say so
 * @param subject id of the person or system within the issuer
 * @param unit code of the region that it acts for; null for operators
 * @param body the authority within the unit
 * @param roles in alphabetical order
 */
public record Visitor(
        String issuer,
        @Nullable String client,
        @Nullable String subject,
        @Nullable String unit,
        @Nullable String body,
        List<String> roles) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final int LONGEST = 200;

    /** Null where no token was accepted. */
    static @Nullable Visitor of(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user) {
            SecurityIdentity identity = user.getSecurityIdentity();
            if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
                String client = text(token, "azp");
                return new Visitor(
                        String.valueOf(token.getIssuer()),
                        client == null ? text(token, "client_id") : client,
                        text(token, "sub"),
                        text(token, "region"),
                        text(token, "body"),
                        identity.getRoles().stream().sorted().toList());
            }
        }
        return null;
    }

    /** A claim that is not a text says nothing to us; of one that is, only what can be kept and printed. */
    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (!(value instanceof String text)) {
            return null;
        }
        String printable = UNPRINTABLE.matcher(text).replaceAll("?");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
