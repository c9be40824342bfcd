package io.provincelink.trade.load;

import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.trade.load.file.RowErrors;
import io.provincelink.trade.load.file.RowTarget;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a file of trade figures. One object for one file. */
interface RowReader {

    /**
     * Reads to the end of the file: valid rows to the target, what is wrong with the others to the errors.
     *
     * @throws ProblemException 400 when the file cannot be read at all; 403 when the caller does not act for its reporter
     */
    void read(InputStream in, RowTarget target, RowErrors errors) throws IOException;

    /** Whose figures the file holds, as its first valid row says; null before that. */
    @Nullable
    Region reporter();

    /** How many rows were read so far, asked by another thread. */
    long rows();
}
