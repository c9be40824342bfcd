package io.provincelink.record.change;

import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Asked by whoever waits for changes on behalf of many, instead of the feed for each of them; no part of the contract, and closed to the
 * outside: it tells that something happened, whoever may see it.
 */
@Path("change-head")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeHeadResource {

    private final Changes changes;
    private final CurrentCaller caller;

    public ChangeHeadResource(Changes changes, CurrentCaller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    /** @param since an instant: the place before what was written then or later; without it, the end of the log */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public ChangeHead get(@QueryParam("since") @Nullable String since) {
        return changes.head(caller.get(), since == null ? null : instant(since));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw ProblemException.invalid(Fault.at("?since", "wrong-format", "2021-05-26T08:00:00Z"));
        }
    }
}
