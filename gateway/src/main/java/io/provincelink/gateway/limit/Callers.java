package io.provincelink.gateway.limit;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells callers apart: by the client or person of the token, else by the address. */
public final class Callers {

    /** Of an address of IPv6 the network; one customer has all addresses in it. */
    private static final int NETWORK_BYTES = 8;

    private Callers() {}

    /** One of the two. */
    public static String of(RoutingContext context) {
        String client = client(context);
        return client == null ? address(context.request()) : client;
    }

    /** Null without a token. */
    static @Nullable String client(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user) {
            SecurityIdentity identity = user.getSecurityIdentity();
            if (identity.getPrincipal() instanceof JsonWebToken token) {
                return "client " + token.getIssuer() + " " + token.getClaim("azp") + " " + token.getSubject();
            }
        }
        return null;
    }

    static String address(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length > NETWORK_BYTES) {
                return "address " + HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
            }
        } catch (UnknownHostException notAnAddress) {
            // then it stands for itself
        }
        return "address " + address;
    }
}
