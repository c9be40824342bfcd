package io.provincelink.record.brief;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The regions of which the gateway composes an answer: all of them together, or one alone. */
public class PartiesQuery implements CheckedQuery {

    @CommaSeparated
    @QueryParam("parties")
    public @Nullable String parties;

    @QueryParam("rollup")
    public @Nullable String rollup;

    /** @throws io.provincelink.kit.problem.ProblemException 400 naming what is wrong */
    @Override
    public void check(ParameterReader parameters) {
        codes(parameters);
        Parameters.rollsUp(rollup);
    }

    /** In the order in which they were named. */
    public List<String> codes(ParameterReader parameters) {
        return Parameters.required("parties", Parameters.regions(parameters.known(), "parties", parties));
    }

    public boolean rollsUp() {
        return Parameters.rollsUp(rollup);
    }

    /** Records of all of these regions, a unit's own and those of the units inside it. */
    public Filter together(ParameterReader parameters) {
        return Filter.all().of(codes(parameters), parameters.known(), rollup);
    }

    /** The code, and with rollup those of all units whose area the unit with it took over. */
    public List<String> taken(ParameterReader parameters, String code) {
        return List.of(Parameters.taken(parameters.known(), code, rollsUp()));
    }
}
