package io.provincelink.kit.identity;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The OIDC server that signs tokens, as far as it answers. Quarkus reads its keys at the start and anew for a token of an unknown one;
 * here they are also read from time to time, since a key that was taken away there must be worth nothing here soon, and a server that
 * was down at the start is asked until it is up. While it is down known keys stay good. Where a fixed key is trusted there is no server.
 */
@Singleton
public class IdentityServer {

    private static final Logger LOG = Logger.getLogger(IdentityServer.class);

    /** No token at all. Quarkus reads the keys for it, then finds that out: so whoever hears of that knows that they were read. */
    private static final String NO_TOKEN = "e30.e30.e30";

    private static final Duration CLOCK_STEP = Duration.ofMillis(20);

    /** After so long a question that was taken will not be answered any more. */
    private static final Duration LOST = Duration.ofSeconds(30);

    private final TenantConfigBean tenants;
    private final IdentitySettings settings;
    private final Vertx vertx;

    private volatile boolean silent;
    private volatile boolean asking;
    private volatile long lastAsked = System.nanoTime();
    private long timer = -1;

    public IdentityServer(TenantConfigBean tenants, IdentitySettings settings, Vertx vertx) {
        this.tenants = tenants;
        this.settings = settings;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        if (isAsked()) {
            timer = vertx.setPeriodic(settings.askAgain().toMillis(), tick -> ask());
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    /** Whether there is one: where a fixed key is trusted there is none. */
    boolean isAsked() {
        return server().oidcConfig().authServerUrl().isPresent();
    }

    /** Whether it did not answer when it was asked last. */
    boolean isSilent() {
        return silent;
    }

    /** Whether any keys are known. */
    boolean hasAnswered() {
        return server().ready();
    }

    /** Whether the server is to blame that a token was not accepted. */
    boolean isToBlameFor(Throwable thrown) {
        if (TokenFailure.isOfServer(thrown)) {
            noteSilence(thrown);
            return true;
        }
        return silent && TokenFailure.isOfUnknownKey(thrown);
    }

    /** Whether the key that a token was refused for may be among those that are read next. */
    boolean mayStillGiveKeyOf(Throwable thrown) {
        return !silent && TokenFailure.isOfUnknownKey(thrown);
    }

    /** After so long the keys are read again for whoever names an unknown one. */
    Duration betweenReadings() {
        return server().oidcConfig().token().forcedJwkRefreshInterval().plus(CLOCK_STEP);
    }

    /** That a token cannot be checked now. */
    ProblemException cannotCheck() {
        long seconds = Math.max(1, settings.askAgain().toSeconds());
        return ProblemException.of(CommonProblem.TOKEN_NOT_CHECKED, seconds)
                .with("Retry-After", String.valueOf(seconds));
    }

    private void ask() {
        TenantConfigContext server = server();
        if (asking && !hasPassed(LOST)) {
            return;
        }
        if (!server.ready()) {
            begin();
            server.initialize().subscribe().with(ready -> noteAnswer(), this::noteSilence);
        } else if (hasPassed(silent ? settings.askAgain() : settings.keysFor())) {
            begin();
            server.provider()
                    .refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null)
                    .subscribe()
                    .with(impossible -> noteAnswer(), this::noteRefusal);
        }
    }

    private void begin() {
        asking = true;
        lastAsked = System.nanoTime();
    }

    private void noteRefusal(Throwable thrown) {
        if (TokenFailure.isOfServer(thrown)) {
            noteSilence(thrown);
        } else {
            noteAnswer();
        }
    }

    private boolean hasPassed(Duration time) {
        return System.nanoTime() - lastAsked >= time.toNanos();
    }

    private void noteAnswer() {
        asking = false;
        lastAsked = System.nanoTime();
        if (silent) {
            silent = false;
            LOG.info("the identity server answers again");
        }
    }

    private void noteSilence(Throwable thrown) {
        asking = false;
        lastAsked = System.nanoTime();
        if (!silent) {
            silent = true;
            LOG.warnf(
                    "the identity server %s does not answer, tokens of unknown keys cannot be checked: %s",
                    server().oidcConfig().authServerUrl().orElse(""), TokenFailure.rootOf(thrown));
        }
    }

    private TenantConfigContext server() {
        return tenants.getDefaultTenant();
    }
}
