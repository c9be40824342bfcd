package io.provincelink.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How fast the database is on this machine at this minute. A shared machine is half as fast one minute as the next, while a limit in
 * milliseconds is about the statement and not about the neighbours.
 */
public final class MachineSpeed {

    private static final String YARDSTICK =
            "explain (analyze, timing off) select count(*) from generate_series(1, 100000) n where n % 7 = 3";

    /** What it took on the slowest machine on which all lists were seen to keep their limit as it stands. */
    private static final double REFERENCE_MILLIS = 23;

    private static final int RUNS = 12;

    private MachineSpeed() {}

    /**
     * @param millis a limit, for a machine that is no slower than the reference
     * @return the limit for this one: the same, or in proportion more where a statement of known cost takes longer than there
     */
    public static double limit(double millis, Connection connection) throws SQLException {
        double best = Double.MAX_VALUE;
        try (Statement statement = connection.createStatement()) {
            for (int run = 0; run < RUNS; run++) {
                best = Math.min(best, executionMillis(statement));
            }
        }
        return millis * Math.max(1, best / REFERENCE_MILLIS);
    }

    private static double executionMillis(Statement statement) throws SQLException {
        try (ResultSet plan = statement.executeQuery(YARDSTICK)) {
            while (plan.next()) {
                String line = plan.getString(1);
                if (line.startsWith("Execution Time: ")) {
                    return Double.parseDouble(line.split(" ")[2]);
                }
            }
        }
        throw new IllegalStateException("The plan tells no time of execution.");
    }
}
