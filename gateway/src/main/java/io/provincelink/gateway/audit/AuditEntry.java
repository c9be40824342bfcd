package io.provincelink.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.uuid.Generators;
import io.provincelink.gateway.observation.RouteTemplates;
import io.provincelink.gateway.observation.Seen;
import io.provincelink.gateway.observation.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An attempt through the door, as it is kept, shown and logged.
 *
 * @param traceId by which the logs of all applications name the request
 * @param issuer of the token; absent without one that was accepted, as are client, unit and body
 * @param client the application that the token was given to
 * @param subject by which the issuer knows the person or system, an id and no name; not in the log
 * @param unit code of the unit that it acts for
 * @param body the authority within the unit
 * @param route template of the address
 * @param path the address without its query; absent where several attempts are one entry, and where there is no such address
 * @param status of the answer; 0 where the client did not wait for it
 * @param problem the type of the problem, such as {@code not-your-party}
 * @param times how many attempts of the same kind this entry stands for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEntry")
public record AuditEntry(
        UUID id,
        Instant at,
        String traceId,
        @Nullable String issuer,
        @Nullable String client,
        @Nullable String subject,
        @Nullable String unit,
        @Nullable String body,
        List<String> roles,
        String method,
        String route,
        @Nullable String path,
        int status,
        @Nullable String problem,
        AuditOutcome outcome,
        int times) {

    /** Longer ones are of no address of ours. */
    private static final int LONGEST_PATH = 1_000;

    private static final Visitor NOBODY = new Visitor("", null, null, null, null, List.of());

    static AuditEntry of(Seen seen) {
        Visitor visitor = seen.visitor() == null ? NOBODY : seen.visitor();
        boolean known =
                !seen.route().equals(RouteTemplates.UNKNOWN) && seen.path().length() <= LONGEST_PATH;
        return new AuditEntry(
                Generators.timeBasedEpochGenerator().generate(),
                seen.at(),
                seen.trace().id(),
                visitor.issuer().isEmpty() ? null : visitor.issuer(),
                visitor.client(),
                visitor.subject(),
                visitor.unit(),
                visitor.body(),
                visitor.roles(),
                seen.method(),
                seen.route(),
                known ? seen.path() : null,
                seen.status(),
                seen.problem(),
                AuditOutcome.of(seen.status()),
                1);
    }

    /** One entry for so many more of its kind. */
    AuditEntry again(int more, Instant last) {
        return new AuditEntry(
                Generators.timeBasedEpochGenerator().generate(),
                last,
                traceId,
                issuer,
                client,
                subject,
                unit,
                body,
                roles,
                method,
                route,
                null,
                status,
                problem,
                outcome,
                more);
    }

    /** For the log, whose readers need not know who somebody is. */
    AuditEntry withoutSubject() {
        return new AuditEntry(
                id, at, traceId, issuer, client, null, unit, body, roles, method, route, path, status, problem, outcome,
                times);
    }

    /** Without what tells one address of the crowd from another. */
    AuditEntry ofTheCrowd() {
        return new AuditEntry(
                id,
                at,
                traceId,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                method,
                RouteTemplates.UNKNOWN,
                null,
                status,
                problem,
                outcome,
                times);
    }
}
