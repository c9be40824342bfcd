package io.provincelink.trade.load.merge;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.trade.figure.Revisions;
import io.provincelink.trade.load.file.RowError;
import io.provincelink.trade.load.file.RowErrors;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Takes the waiting rows of a load over into the figures and their sums, in the transaction of whoever calls. That the caller acts for the
 * reporter was asked while the file arrived.
 */
@Singleton
public class LoadMerge implements ScopedRepository {

    /** Fewer rows than one in so many figures are looked up one by one. */
    private static final int FEW = 20;

    private final RecordStore store;
    private final Revisions revisions;

    LoadMerge(RecordStore store, Revisions revisions) {
        this.store = store;
        this.revisions = revisions;
    }

    /**
     * A load that is about to be taken over.
     *
     * @param reporter its code
     * @param memory of the database for one sort or join, in bytes
     */
    public record Work(UUID load, String reporter, Manifest manifest, long rows, boolean dryRun, long memory) {}

    /**
     * How many figures a load added, revised, left as they are and withdrew.
     *
     * @param revision null where nothing has changed, and of a dry run
     */
    public record Outcome(
            long added,
            long revised,
            long unchanged,
            long withdrawn,
            @Nullable Integer revision) {}

    /** Hears how a merge goes. */
    public interface Witness {
        /** The statements, before the first one is run; to stop them. */
        void begins(SqlRun run);

        void reached(LoadStep step);
    }

    /**
     * Takes a load over, or says what a dry run would change.
     *
     * @throws RowsRefused when rows do not go together with each other or with what is there; then nothing may be committed
     */
    public Outcome merge(Caller caller, Work work, Witness witness) {
        return store.entities().unwrap(Session.class).doReturningWork(connection -> {
            SqlRun run = new SqlRun(connection);
            witness.begins(run);
            return new Merging(caller, work, run, witness).run();
        });
    }

    /** Brings up to date what the planner knows of the sums. */
    public void analyzeSums(Caller caller) {
        store.entities().unwrap(Session.class).doWork(connection -> new SqlRun(connection)
                .update(MergeSql.ANALYZE_SUMS));
    }

    /** What is wrong with the rows of a load. */
    public static final class RowsRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RowErrors errors;

        public RowsRefused(RowErrors errors) {
            super("rows refused", null, false, false);
            this.errors = errors;
        }

        public RowErrors errors() {
            return errors;
        }
    }

    /** One merge, statement by statement. */
    private final class Merging {

        private final Caller caller;
        private final Work work;
        private final SqlRun run;
        private final Witness witness;
        private final MergeSql sql;
        private final CheckSql checks;
        private final List<RowError> found = new ArrayList<>();
        private long faults;

        Merging(Caller caller, Work work, SqlRun run, Witness witness) {
            this.caller = caller;
            this.work = work;
            this.run = run;
            this.witness = witness;
            String rows = MergeSql.table(work.load());
            this.sql = new MergeSql(rows, work.manifest());
            this.checks = new CheckSql(rows, sql);
        }

        Outcome run() throws SQLException {
            for (String setting : MergeSql.settings(work.memory())) {
                run.update(setting);
            }
            run.list(MergeSql.lock(work.reporter()), row -> "");
            check();
            witness.reached(LoadStep.CHECKED);
            long known = run.number(sql.known());
            return known == 0 ? takeAll() : takeChanges(work.rows() < known / FEW);
        }

        private void check() throws SQLException {
            Manifest manifest = work.manifest();
            if (!manifest.inOrder()) {
                find("same-figure-twice", checks.twice());
            }
            if (manifest.ranges()) {
                find("overlapping-months", checks.overlapping());
            }
            if (manifest.ranges() || run.truth(sql.knownRanges())) {
                find("overlapping-figure", checks.overlappingKnown());
            }
            if (manifest.nestedCodes()) {
                find("total-beside-parts", checks.totalsOfCodes());
            }
            if (manifest.nestedGates()) {
                find("total-beside-parts", checks.totalsOfGates());
            }
            if (!found.isEmpty()) {
                throw new RowsRefused(inOrder());
            }
        }

        private void find(String code, String statement) throws SQLException {
            long[] all = {0};
            found.addAll(run.list(statement, row -> {
                all[0] = row.getLong(4);
                String argument = row.getString(3);
                Object[] arguments = argument == null ? new Object[0] : new Object[] {argument};
                return new RowError(row.getLong(1), row.getString(2), code, null, arguments);
            }));
            faults += all[0];
        }

        /** In the order of lines, whichever check found them. */
        private RowErrors inOrder() {
            RowErrors errors = new RowErrors();
            found.sort(Comparator.comparingLong(RowError::line));
            found.forEach(errors::add);
            errors.addUnkept(faults - found.size());
            return errors;
        }

        private Outcome takeAll() throws SQLException {
            if (work.dryRun()) {
                long added = run.number("select count(*) from " + MergeSql.table(work.load()) + " where value >= 0");
                return outcome(Changes.fresh(added), null);
            }
            witness.reached(LoadStep.COMPARED);
            int revision = revisions.begin(caller, work.load());
            long added = run.update(sql.insertAll(revision));
            witness.reached(LoadStep.WRITTEN);
            if (added == 0) {
                // the file withdraws figures alone, and none of them is there
                run.update("delete from trade_revision where number = " + revision);
                return outcome(Changes.fresh(0), null);
            }
            run.update(sql.addAll());
            witness.reached(LoadStep.ADDED_UP);
            return outcome(Changes.fresh(added), revision);
        }

        private Outcome takeChanges(boolean few) throws SQLException {
            setAll(joins(few));
            run.update(sql.compare(few));
            setAll(MergeSql.usualJoins());
            Changes changes = run.list(
                            MergeSql.count(),
                            row -> new Changes(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                    .get(0);
            witness.reached(LoadStep.COMPARED);
            if (work.dryRun() || changes.isNone()) {
                return outcome(changes, null);
            }
            int revision = revisions.begin(caller, work.load());
            write(changes, revision);
            return outcome(changes, revision);
        }

        private List<String> joins(boolean few) {
            if (few) {
                return MergeSql.lookUps();
            }
            return work.manifest().inOrder() ? MergeSql.orderedJoins() : List.of();
        }

        private void write(Changes changes, int revision) throws SQLException {
            if (changes.replaced() > 0) {
                run.update(sql.supersede(revision));
                replace(changes, revision);
            }
            if (changes.added() > 0) {
                run.update(sql.insertNew(revision));
            }
            witness.reached(LoadStep.WRITTEN);
            run.update(sql.addChanges(changes));
            if (changes.takesOff()) {
                run.update(sql.dropEmptySums());
            }
            witness.reached(LoadStep.ADDED_UP);
        }

        private void replace(Changes changes, int revision) throws SQLException {
            long replaced = 0;
            for (int year : work.manifest().years()) {
                replaced += run.update(MergeSql.revise(year, revision));
                if (changes.withdrawn() > 0) {
                    replaced += run.update(MergeSql.withdraw(year));
                }
            }
            if (replaced != changes.replaced()) {
                // sums and answer tell of all of them
                throw new IllegalStateException(
                        replaced + " figures were replaced where " + changes.replaced() + " were compared");
            }
        }

        private void setAll(List<String> toBeSet) throws SQLException {
            for (String setting : toBeSet) {
                run.update(setting);
            }
        }

        private Outcome outcome(Changes changes, @Nullable Integer revision) {
            long unchanged = work.rows() - changes.added() - changes.replaced();
            return new Outcome(changes.added(), changes.revised(), unchanged, changes.withdrawn(), revision);
        }
    }
}
