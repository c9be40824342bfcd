package io.provincelink.record;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.problem.ProblemMappers;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What two writers at once make of each other, in the words of HTTP. */
public final class PersistenceMappers {

    private static final Logger LOG = Logger.getLogger(PersistenceMappers.class);
    private static final String UNIQUE_VIOLATION = "23505";

    private final ProblemMappers problems = new ProblemMappers();

    @ServerExceptionMapper
    public RestResponse<Problem> stale(OptimisticLockException thrown, HttpHeaders headers, UriInfo uri) {
        return problems.problem(ProblemException.of(CommonProblem.STALE_VERSION), headers, uri);
    }

    /** Without a state of the database's own nothing was asked of it: the pool had no connection to give. */
    @ServerExceptionMapper
    public RestResponse<Problem> noConnection(GenericJDBCException thrown, HttpHeaders headers, UriInfo uri) {
        return thrown.getSQLState() == null
                ? unavailable(thrown, headers, uri)
                : problems.unforeseen(thrown, headers, uri);
    }

    /** What goes wrong on the way into the commit comes wrapped. */
    @ServerExceptionMapper
    public RestResponse<Problem> rolledBack(RollbackException thrown, HttpHeaders headers, UriInfo uri) {
        return thrown.getCause() instanceof JDBCConnectionException lost
                ? noDatabase(lost, headers, uri)
                : problems.unforeseen(thrown, headers, uri);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> noDatabase(JDBCConnectionException thrown, HttpHeaders headers, UriInfo uri) {
        return unavailable(thrown, headers, uri);
    }

    private RestResponse<Problem> unavailable(Exception thrown, HttpHeaders headers, UriInfo uri) {
        LOG.warnf("no connection to the database: %s", thrown.getMessage());
        return problems.problem(ProblemException.of(CommonProblem.UNAVAILABLE), headers, uri);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> constraint(ConstraintViolationException thrown, HttpHeaders headers, UriInfo uri) {
        return UNIQUE_VIOLATION.equals(thrown.getSQLState())
                ? problems.problem(ProblemException.alreadyExists(null), headers, uri)
                : problems.unforeseen(thrown, headers, uri);
    }
}
