package io.provincelink.record.find;

import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is searched for, and where the answer goes on. */
public class SearchPartQuery {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,3}) ([0-9a-f-]{36})");

    @QueryParam("q")
    public @Nullable String q;

    /** Types as in the change log; all where none is named. */
    @CommaSeparated
    @QueryParam("types")
    public @Nullable String types;

    /** Relevance and id of the last hit that is known already. */
    @QueryParam("after")
    public @Nullable String after;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    public int limit = 50;

    String words() {
        return Parameters.required("q", q);
    }

    boolean asksFor(String type) {
        return types == null || named().contains(type);
    }

    private Set<String> named() {
        return Arrays.stream(types == null ? new String[0] : types.split(",", -1))
                .collect(Collectors.toSet());
    }

    /** Which hits come behind the last one that is known. */
    Predicate<Hit> behind() {
        if (after == null) {
            return hit -> true;
        }
        Matcher place = PLACE.matcher(after);
        if (!place.matches()) {
            throw ProblemException.invalid(Fault.at("?after", "bad-cursor"));
        }
        int relevance = Integer.parseInt(place.group(1));
        String id = place.group(2);
        return hit -> hit.isBehind(relevance, id);
    }
}
