package io.provincelink.trade.load;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.load.file.Dialect;
import io.provincelink.trade.load.file.Encoding;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How the bytes of a file are to be read, which is never guessed from the bytes. The words, since some of the marks are changed on their way through addresses. */
public class LoadParameters implements CheckedQuery {

    /** Between the fields of a line. */
    public enum Separator {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t'),
        PIPE('|');

        private final char mark;

        Separator(char mark) {
            this.mark = mark;
        }
    }

    /** Before the decimals of a number. */
    public enum DecimalMark {
        POINT('.'),
        COMMA(',');

        private final char mark;

        DecimalMark(char mark) {
            this.mark = mark;
        }
    }

    @QueryParam("encoding")
    @DefaultValue("UTF_8")
    @Parameter(description = "Of text/csv: how characters are written.")
    public Encoding encoding = Encoding.UTF_8;

    @QueryParam("separator")
    @DefaultValue("COMMA")
    @Parameter(description = "Of text/csv: what stands between fields.")
    public Separator separator = Separator.COMMA;

    @QueryParam("decimalMark")
    @DefaultValue("POINT")
    @Parameter(description = "Of text/csv: what stands before the decimals of a number.")
    public DecimalMark decimalMark = DecimalMark.POINT;

    @QueryParam("dryRun")
    @DefaultValue("false")
    @Parameter(description = "Only say what the file would change, or what is wrong with it.")
    public boolean dryRun;

    /** @throws ProblemException 400 where the marks are the same */
    Dialect dialect() {
        return new Dialect(encoding, separator.mark, decimalMark.mark);
    }

    @Override
    public void check(ParameterReader parameters) {
        parameters.read(this::dialect);
        parameters.requireNoFaults();
    }
}
