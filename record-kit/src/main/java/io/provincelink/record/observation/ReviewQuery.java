package io.provincelink.record.observation;

import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which programme the gateway is reviewing. */
public class ReviewQuery {

    @CommaSeparated
    @QueryParam("parties")
    public @Nullable String parties;

    @QueryParam("period")
    public @Nullable String period;

    /** The programme's id and code, comma separated. */
    @CommaSeparated
    @QueryParam("programme")
    public @Nullable String programme;

    public Cooperation cooperation(Regions known) {
        return new Cooperation(
                Parameters.required("parties", Parameters.regions(known, "parties", parties)),
                Parameters.required("period", Parameters.period("period", period)));
    }

    /** Never empty, so that the database can compare with it. */
    public List<String> programme() {
        return programme == null ? List.of("") : Arrays.asList(programme.split(",", -1));
    }
}
