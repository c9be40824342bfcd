package io.provincelink.gateway.audit;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted. */
public class AuditQuery extends PageRequest implements CheckedQuery {

    private static final String EXAMPLE = "2026-11-30T08:00:00Z";
    private static final Pattern DAY = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("(?!0000)\\d{4}-.+T.+");

    @QueryParam("since")
    @Parameter(description = "Not before this moment; of a day its beginning in Asia/Ho_Chi_Minh.", example = EXAMPLE)
    public @Nullable String since;

    @QueryParam("until")
    @Parameter(description = "Before this moment; of a day its beginning in Asia/Ho_Chi_Minh.", example = EXAMPLE)
    public @Nullable String until;

    @QueryParam("client")
    @Parameter(description = "Only of tokens that were given to this application.")
    public @Nullable String client;

    @QueryParam("status")
    @Min(100)
    @Max(599)
    @Parameter(description = "Only attempts that were answered so.", example = "403")
    public @Nullable Integer status;

    @QueryParam("outcome")
    @Parameter(description = "Only attempts that ended so.")
    public @Nullable AuditOutcome outcome;

    @Override
    public void check(ParameterReader parameters) {
        parameters.read(() -> moment("since", since));
        parameters.read(() -> moment("until", until));
        parameters.requireNoFaults();
    }

    /** Its beginning, or this where it has none. */
    Instant from(Instant beginning) {
        Instant moment = moment("since", since);
        return moment == null ? beginning : moment;
    }

    Instant to(Instant end) {
        Instant moment = moment("until", until);
        return moment == null ? end : moment;
    }

    private static @Nullable Instant moment(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(Today.ZONE).toInstant();
            }
            if (MOMENT.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException unreadable) {
            // said below
        }
        throw ProblemException.invalid(Fault.at("?" + name, "wrong-format", "2026-11-30, " + EXAMPLE));
    }
}
