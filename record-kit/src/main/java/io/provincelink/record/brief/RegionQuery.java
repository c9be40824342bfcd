package io.provincelink.record.brief;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.record.Filter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The region of which the gateway composes an overview. */
public class RegionQuery implements CheckedQuery {

    @QueryParam("region")
    public @Nullable String region;

    @QueryParam("rollup")
    public @Nullable String rollup;

    /** @throws io.provincelink.kit.problem.ProblemException 400 naming what is wrong */
    @Override
    public void check(ParameterReader parameters) {
        code(parameters);
        rollsUp();
    }

    public String code(ParameterReader parameters) {
        return Parameters.required("region", Parameters.region(parameters.known(), "region", region));
    }

    public boolean rollsUp() {
        return Parameters.rollsUp(rollup);
    }

    /** Records of the region, its own and those of the units inside it. */
    public Filter here(ParameterReader parameters) {
        return Filter.all().of(List.of(code(parameters)), parameters.known(), rollup);
    }

    /** The code, and with rollup those of all units whose area the unit with it took over. */
    public String[] taken(ParameterReader parameters) {
        return Parameters.taken(parameters.known(), code(parameters), rollsUp());
    }
}
