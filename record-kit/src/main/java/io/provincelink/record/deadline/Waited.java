package io.provincelink.record.deadline;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** A request that somebody waits for, and the connections to the database that it has at the moment. */
final class Waited {

    private static final Logger LOG = Logger.getLogger(Waited.class);

    private final Set<PGConnection> connections = new HashSet<>(2);
    private boolean over;

    synchronized void takes(PGConnection connection) {
        connections.add(connection);
    }

    /** Waits while its statement is being cancelled, or that could strike whoever has the connection next. */
    synchronized void returns(PGConnection connection) {
        connections.remove(connection);
    }

    /** The answer was given. */
    synchronized void answered() {
        over = true;
    }

    /** Nobody waits any more: what runs is cancelled. Blocks. */
    synchronized void giveUp() {
        if (over) {
            return;
        }
        over = true;
        for (PGConnection connection : connections) {
            try {
                connection.cancelQuery();
            } catch (SQLException gone) {
                LOG.warnf("not cancelled: %s", gone.getMessage());
            }
        }
    }
}
