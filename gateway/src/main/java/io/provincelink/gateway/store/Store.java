package io.provincelink.gateway.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.provincelink.kit.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;

/** The gateway's own database. The gateway starts without it and goes on without it; only what is kept there is away then. */
@Singleton
public class Store {

    private static final Logger LOG = Logger.getLogger(Store.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String AGAIN_IN_SECONDS = "5";

    private final Vertx vertx;
    private final StoreSettings settings;
    private volatile @Nullable AgroalDataSource database;
    private volatile boolean closed;

    /** Why it could not be used when that was said last. */
    private String said = "";

    /** Whether the last question to it was answered. */
    private volatile boolean reached;

    public Store(Vertx vertx, StoreSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    /** What is done within one transaction. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    void begin(@Observes StartupEvent started) {
        if (isWanted()) {
            lookIn(settings.firstLook());
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        closed = true;
        reached = false;
        AgroalDataSource present = database;
        database = null;
        if (present != null) {
            present.close();
        }
    }

    /** Whether there is to be one. */
    public boolean isWanted() {
        return settings.url().isPresent();
    }

    /** Whether it was there when it was asked last. */
    public boolean isThere() {
        return reached;
    }

    /** Whether it has been there once; whoever asks finds out whether it is still or again. */
    public boolean isOpen() {
        return database != null;
    }

    private void lookIn(Duration pause) {
        vertx.setTimer(Math.max(1, pause.toMillis()), due -> vertx.<Boolean>executeBlocking(this::look, false)
                .onComplete(looked -> {
                    if (!Boolean.TRUE.equals(looked.result()) && !closed) {
                        lookIn(settings.again());
                    }
                }));
    }

    /** Connects, and brings the schema up to date. */
    private boolean look() {
        AgroalDataSource pool = null;
        try {
            pool = connect();
            Migrations.apply(pool);
            database = pool;
            reached = true;
            return true;
        } catch (SQLException | FlywayException | IllegalStateException notYet) {
            say(notYet);
            if (pool != null) {
                pool.close();
            }
            return false;
        }
    }

    /** Each reason once, not every time that it is looked. A schema that is not as it should be never mends itself. */
    private void say(Exception notYet) {
        String why = String.valueOf(notYet.getMessage());
        if (!why.equals(said)) {
            said = why;
            LOG.log(
                    notYet instanceof FlywayException ? Level.ERROR : Level.WARN,
                    "the gateway's own database cannot be used: " + why);
        }
    }

    private AgroalDataSource connect() throws SQLException {
        var pool = new AgroalDataSourceConfigurationSupplier();
        pool.connectionPoolConfiguration()
                .maxSize(settings.connections())
                .acquisitionTimeout(PATIENCE)
                // a connection that broke while it rested is replaced before anybody meets it
                .validateOnBorrow(true)
                .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout((int) PATIENCE.toSeconds()))
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration()
                .connectionProviderClassName("org.postgresql.Driver")
                .jdbcUrl(settings.url().orElseThrow())
                .principal(new NamePrincipal(settings.username()))
                .credential(new SimplePassword(settings.password().orElse("")))
                .loginTimeout(PATIENCE)
                .jdbcProperty("ApplicationName", "gateway")
                // the values that were in the way of a statement are somebody's
                .jdbcProperty("logServerErrorDetail", "false")
                // a network that swallows everything keeps nobody for ever
                .jdbcProperty("socketTimeout", "20");
        return AgroalDataSource.from(pool);
    }

    /**
     * Does something in one transaction, on a thread that may wait.
     *
     * @throws ProblemException 503 while the database is away, and whatever the work throws; then nothing of it is done
     */
    public <T> T transaction(Work<T> work) {
        AgroalDataSource present = database;
        if (present == null) {
            throw away();
        }
        try (Connection connection = connection(present)) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                reached = true;
                return result;
            } catch (SQLException | RuntimeException failed) {
                rollBack(connection);
                throw failed;
            }
        } catch (SQLException failed) {
            throw isAway(failed) ? away(failed) : new IllegalStateException(failed);
        }
    }

    private Connection connection(AgroalDataSource present) {
        try {
            return present.getConnection();
        } catch (SQLException notNow) {
            throw away(notNow);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            LOG.debug("nothing to roll back", broken);
        }
    }

    /** A connection that broke (08, no state at all), or a server that stops or is full (57, 53). */
    private static boolean isAway(SQLException failed) {
        String state = failed.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57") || state.startsWith("53");
    }

    private ProblemException away(SQLException failed) {
        if (reached) {
            LOG.warnf("the gateway's own database is away: %s", failed.getMessage());
        }
        reached = false;
        return away();
    }

    private static ProblemException away() {
        return ProblemException.of(StoreProblem.STORE_AWAY).with("Retry-After", AGAIN_IN_SECONDS);
    }
}
