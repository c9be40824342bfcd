package io.provincelink.record;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.problem.ProblemMappers;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.hibernate.JDBCException;
import org.hibernate.QueryTimeoutException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What two writers at once make of each other, in the words of HTTP. */
public final class PersistenceMappers {

    private static final Logger LOG = Logger.getLogger(PersistenceMappers.class);
    private static final String UNIQUE_VIOLATION = "23505";

    private final ProblemMappers problems;

    public PersistenceMappers(ProblemMappers problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> stale(OptimisticLockException thrown, HttpHeaders headers, UriInfo uri) {
        return problems.problem(ProblemException.of(CommonProblem.STALE_VERSION), headers, uri);
    }

    /** What goes wrong on the way into the commit, which is after the resource has returned, comes wrapped twice. */
    @ServerExceptionMapper
    public RestResponse<Problem> atCommit(ArcUndeclaredThrowableException thrown, HttpHeaders headers, UriInfo uri) {
        Throwable cause = thrown.getCause() instanceof RollbackException
                ? thrown.getCause().getCause()
                : null;
        if (cause instanceof OptimisticLockException stale) {
            return stale(stale, headers, uri);
        }
        if (cause instanceof ConstraintViolationException violated) {
            return constraint(violated, headers, uri);
        }
        return cause instanceof JDBCException failed
                ? noDatabase(failed, headers, uri)
                : problems.unforeseen(thrown, headers, uri);
    }

    @ServerExceptionMapper({JDBCConnectionException.class, GenericJDBCException.class})
    public RestResponse<Problem> noDatabase(JDBCException thrown, HttpHeaders headers, UriInfo uri) {
        if (!isGone(thrown.getSQLState())) {
            return problems.unforeseen(thrown, headers, uri);
        }
        LOG.warnf("no connection to the database: %s", thrown.getMessage());
        return problems.problem(ProblemException.of(CommonProblem.UNAVAILABLE), headers, uri);
    }

    /** Cancelled when its time was over. */
    @ServerExceptionMapper({QueryTimeoutException.class, jakarta.persistence.QueryTimeoutException.class})
    public RestResponse<Problem> tooLate(PersistenceException thrown, HttpHeaders headers, UriInfo uri) {
        LOG.debugf("given up: %s", thrown.getMessage());
        return problems.problem(ProblemException.of(CommonProblem.TIMEOUT), headers, uri);
    }

    /** No state: nothing was asked, for the pool had no connection to give. 08: connection lost. 57P: the server is going or coming. */
    private static boolean isGone(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    @ServerExceptionMapper
    public RestResponse<Problem> constraint(ConstraintViolationException thrown, HttpHeaders headers, UriInfo uri) {
        return UNIQUE_VIOLATION.equals(thrown.getSQLState())
                ? problems.problem(ProblemException.alreadyExists(null), headers, uri)
                : problems.unforeseen(thrown, headers, uri);
    }
}
