package io.provincelink.trade.statistic;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** As of when one figure is asked for. */
public class AsOfQuery implements CheckedQuery {

    public static final String DESCRIPTION = "As it was known then: an instant, or a day, which is meant to its end.";

    @QueryParam("asOf")
    @Parameter(description = DESCRIPTION, example = "2021-05-26")
    public @Nullable String asOf;

    /**
     * The moment; null for now.
     *
     * @throws ProblemException 400 when it cannot be read or lies in the future
     */
    public @Nullable Instant asOf(ParameterReader parameters) {
        Instant moment = AsOf.read(parameters, asOf);
        parameters.requireNoFaults();
        return moment;
    }

    @Override
    public void check(ParameterReader parameters) {
        AsOf.read(parameters, asOf);
    }
}
