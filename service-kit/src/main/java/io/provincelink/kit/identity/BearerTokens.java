package io.provincelink.kit.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Has Quarkus check bearer tokens, and tells a bad one (401) from one that nobody can check now (503). Who sends none is let through
 * as nobody in particular, whatever the identity server does.
 */
@Alternative
@Priority(1)
@Singleton
public class BearerTokens implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer";

    /** For reading the keys, where somebody else with a new one has just made the server be asked. */
    private static final Duration READING = Duration.ofMillis(300);

    /** For the identity server's answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final OidcAuthenticationMechanism oidc;
    private final IdentityServer server;

    public BearerTokens(OidcAuthenticationMechanism oidc, IdentityServer server) {
        this.oidc = oidc;
        this.server = server;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        if (isGiven(context) && !server.hasAnswered()) {
            // the server is being asked already; a crowd at its door would not bring it back
            return Uni.createFrom().failure(cannotCheck());
        }
        if (!isGiven(context)) {
            return oidc.authenticate(context, manager);
        }
        // The keys are not read again right after they were read: a bad key that came first must not make a new one
        // bad.
        return check(context, manager)
                .onFailure(server::mayStillGiveKeyOf)
                .recoverWithUni(() -> later(READING, context).chain(() -> check(context, manager)))
                .onFailure(server::mayStillGiveKeyOf)
                .recoverWithUni(() -> later(server.betweenReadings(), context).chain(() -> check(context, manager)))
                .onFailure(server::isToBlameFor)
                .transform(thrown -> cannotCheck());
    }

    /** With a known key this is done at once; else the identity server is asked, and may take the question and never answer it. */
    private Uni<SecurityIdentity> check(RoutingContext context, IdentityProviderManager manager) {
        return Uni.combine().any().of(oidc.authenticate(context, manager), tooLate(context));
    }

    private static Uni<SecurityIdentity> tooLate(RoutingContext context) {
        return Uni.createFrom().emitter(emitter -> {
            long timer = context.vertx()
                    .setTimer(
                            PATIENCE.toMillis(), over -> emitter.fail(new TimeoutException("no keys in " + PATIENCE)));
            emitter.onTermination(() -> context.vertx().cancelTimer(timer));
        });
    }

    private static boolean isGiven(RoutingContext context) {
        String given = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private AuthenticationFailedException cannotCheck() {
        return new AuthenticationFailedException(server.cannotCheck());
    }

    private static Uni<Void> later(Duration pause, RoutingContext context) {
        return Uni.createFrom()
                .emitter(emitter -> context.vertx().setTimer(pause.toMillis(), over -> emitter.complete(null)));
    }

    /** Quarkus would ask the identity server first. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, SCHEME));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
