package io.provincelink.trade.statistic;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Filter;
import io.provincelink.record.ScopedRepository;
import java.util.List;

/**
 * A table of figures, the only place that queries it. Figures are public: everybody reads all of them, so no question has a scope
 * predicate. A write is the reporter's: whoever does not act for the reporting unit on the first day of the month gets a 403 here,
 * whatever called.
 */
public interface StatisticTable<F extends Reported, V> extends ScopedRepository {

    /** What a reader gets; the change log keeps the same. */
    V view(Caller caller, F figure);

    /**
     * The figure with this id.
     *
     * @throws ProblemException 404
     */
    F get(Caller caller, String id);

    /**
     * The version alone, for conditional requests.
     *
     * @throws ProblemException 404
     */
    long version(Caller caller, String id);

    /**
     * One page in the order of the key, oldest month first, and one figure more if there is a next page.
     *
     * @param filter conditions in SQL on the alias {@code r}
     */
    List<F> list(Caller caller, Filter filter, PageRequest page);

    /**
     * Takes a new figure in and writes it to the change log.
     *
     * @return the figure as it is kept
     * @throws ProblemException 403 when the caller does not act for the reporter; 409 with Location when its id is taken or another
     *     figure says something about the same thing
     */
    F add(Caller caller, F figure);

    /**
     * The figure, for a change by its reporter. Until the transaction ends nobody else changes it: of two that read the same version,
     * the second sees the first one's.
     *
     * @throws ProblemException 404, or 403 when the caller does not act for the reporter
     */
    F getToRevise(Caller caller, String id);

    /** Where the figure is, seen from outside. */
    String address(F figure);
}
