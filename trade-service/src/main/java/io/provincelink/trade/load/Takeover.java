package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.time.Today;
import io.provincelink.trade.figure.Revisions;
import io.provincelink.trade.load.file.RowErrors;
import io.provincelink.trade.load.merge.LoadMerge;
import io.provincelink.trade.load.merge.LoadMerge.RowsRefused;
import io.provincelink.trade.load.merge.LoadStep;
import io.provincelink.trade.load.merge.SqlRun;
import io.provincelink.trade.load.merge.Staging;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings one received load to its end: done, failed, or given up for now because it was cancelled or the database went away. The figures,
 * their sums, the change log, the end of the load and that of its table are one transaction.
 */
@Singleton
class Takeover {

    private static final Logger LOG = Logger.getLogger(Takeover.class);

    /** After more changed figures than these, what the planner knows of the sums is too old. */
    private static final long MANY = 10_000;

    private final TradeLoads loads;
    private final LoadErrors errors;
    private final Staging staging;
    private final LoadMerge merge;
    private final LoadLog log;
    private final LoadsAtWork atWork;
    private final LoadSettings settings;
    private final LoadCallers callers;
    private final Today today;
    private final Revisions revisions;

    Takeover(
            Stores stores,
            LoadMerge merge,
            Revisions revisions,
            LoadsAtWork atWork,
            LoadSettings settings,
            LoadCallers callers) {
        this.loads = stores.loads();
        this.errors = stores.errors();
        this.staging = stores.staging();
        this.log = stores.log();
        this.today = stores.today();
        this.merge = merge;
        this.revisions = revisions;
        this.atWork = atWork;
        this.settings = settings;
        this.callers = callers;
    }

    /** @return whether it has come to its end; if not, somebody else has it, or it is to be tried again */
    boolean take(UUID load) {
        Attempt attempt = new Attempt(load);
        try (LoadsAtWork.AtWork open = atWork.begin(load, attempt)) {
            boolean hasEnded = QuarkusTransaction.requiringNew()
                    .timeout((int) settings.merging().toSeconds())
                    .call(attempt::take);
            if (attempt.changes > MANY) {
                tellPlanner();
            }
            return hasEnded;
        } catch (RowsRefused refused) {
            return QuarkusTransaction.requiringNew().call(() -> refuse(load, refused.errors()));
        } catch (Stopped cancelled) {
            return false;
        } catch (RuntimeException fault) {
            if (attempt.isStopped()) {
                return false;
            }
            if (isOfTheDatabase(fault)) {
                LOG.warnf("load %s waits for the database: %s", load, fault.getMessage());
                return false;
            }
            LOG.errorf(fault, "load %s was not taken over", load);
            return QuarkusTransaction.requiringNew().call(() -> note(load));
        }
    }

    /** Else PostgreSQL plans for the sums of before, or for none, until it looks by itself a minute later. */
    private void tellPlanner() {
        try {
            QuarkusTransaction.requiringNew().run(() -> merge.analyzeSums(callers.nobody()));
        } catch (RuntimeException busy) {
            LOG.warnf("the planner was not told of new sums: %s", busy.getMessage());
        }
    }

    private LoadMerge.Work work(TradeLoad load) {
        return new LoadMerge.Work(
                load.id(),
                Objects.requireNonNull(load.reporter()),
                load.manifest(),
                load.rows(),
                load.isDryRun(),
                settings.workMemory().asLongValue());
    }

    private static TradeLoad.Counts counts(LoadMerge.Outcome outcome) {
        return new TradeLoad.Counts(outcome.added(), outcome.revised(), outcome.unchanged(), outcome.withdrawn());
    }

    private boolean refuse(UUID id, RowErrors found) {
        Optional<TradeLoad> running = claimed(id);
        running.ifPresent(load -> {
            errors.keep(callers.nobody(), id, found.first());
            load.failed(found.count(), today.now());
            staging.drop(callers.nobody(), id);
        });
        return running.isPresent();
    }

    private boolean note(UUID id) {
        Optional<TradeLoad> running = claimed(id);
        running.ifPresent(load -> load.attempted(settings.attempts(), today.now()));
        return running.isPresent() && !running.get().isRunning();
    }

    /** Empty when another instance tries it already, which then comes to the same end. */
    private Optional<TradeLoad> claimed(UUID id) {
        return loads.claim(callers.nobody(), id) ? running(id) : Optional.empty();
    }

    private Optional<TradeLoad> running(UUID id) {
        return loads.lock(callers.nobody(), id).filter(TradeLoad::isRunning);
    }

    /** A database that was stopped, killed or is short of something is no fault of the load. */
    private static boolean isOfTheDatabase(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
            }
        }
        return false;
    }

    /** One try. */
    private final class Attempt implements LoadsAtWork.Work, LoadMerge.Witness {

        private final UUID id;
        private volatile @Nullable SqlRun run;
        private volatile boolean stopped;
        private long changes;

        Attempt(UUID id) {
            this.id = id;
        }

        boolean take() {
            Caller service = callers.nobody();
            if (!loads.claim(service, id)) {
                return false;
            }
            TradeLoad load =
                    loads.read(service, id).filter(TradeLoad::isRunning).orElse(null);
            if (load == null) {
                return false;
            }
            reached(LoadStep.RECEIVED);
            Caller sender = callers.of(load.loader());
            LoadMerge.Outcome outcome = merge.merge(sender, work(load), this);
            staging.drop(service, id);
            TradeLoad taken = running(id).orElseThrow(Stopped::new);
            taken.done(counts(outcome), outcome.revision(), today.now());
            if (outcome.revision() != null) {
                revisions.close(sender, outcome.revision());
                log.append(sender, taken);
                changes = outcome.added() + outcome.revised() + outcome.withdrawn();
            }
            return true;
        }

        @Override
        public void begins(SqlRun statements) {
            run = statements;
            if (stopped) {
                stop();
            }
        }

        @Override
        public void reached(LoadStep step) {
            boolean runs = QuarkusTransaction.requiringNew().call(() -> loads.step(callers.nobody(), id, step));
            if (!runs) {
                throw new Stopped();
            }
        }

        @Override
        public boolean report() {
            return loads.isRunning(callers.nobody(), id);
        }

        @Override
        public void stop() {
            stopped = true;
            SqlRun statements = run;
            if (statements != null) {
                try {
                    statements.stop();
                } catch (SQLException gone) {
                    LOG.debug("a statement could not be stopped", gone);
                }
            }
        }

        boolean isStopped() {
            return stopped;
        }
    }

    /** The load was cancelled. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the load does not run any more", null, false, false);
        }
    }
}
