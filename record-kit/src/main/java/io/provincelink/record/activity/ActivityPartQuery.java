package io.provincelink.record.activity;

import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which activities are wanted, and where the answer goes on. */
public class ActivityPartQuery {

    @QueryParam("region")
    public @Nullable String region;

    @QueryParam("rollup")
    public @Nullable String rollup;

    @QueryParam("field")
    public @Nullable Field field;

    @QueryParam("period")
    public @Nullable String period;

    /** Types as in the change log; all where none is named. */
    @CommaSeparated
    @QueryParam("types")
    public @Nullable String types;

    /** Id of the last activity that is known already. */
    @QueryParam("after")
    public @Nullable UUID after;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    public int limit = 50;

    ActivityQuestion question(ParameterReader parameters) {
        String here = parameters.region("region", region);
        Period asked = parameters.period("period", period);
        boolean rollsUp = parameters.rollsUp(rollup);
        parameters.requireNoFaults();
        return new ActivityQuestion(parameters.known(), here, rollsUp, field, asked);
    }

    boolean asksFor(String type) {
        return types == null || Arrays.asList(types.split(",", -1)).contains(type);
    }
}
