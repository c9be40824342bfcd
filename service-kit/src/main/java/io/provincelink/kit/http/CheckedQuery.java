package io.provincelink.kit.http;

import io.provincelink.kit.problem.ProblemException;

/**
 * Parameters of an address of which some are more than one word: regions, periods, keys. When one of them is faulty anyway, all are read,
 * so that one answer names everything that is wrong.
 */
public interface CheckedQuery {

    /**
     * Reads them without asking the database.
     *
     * @throws ProblemException 400 with all faults
     */
    void check(ParameterReader parameters);
}
