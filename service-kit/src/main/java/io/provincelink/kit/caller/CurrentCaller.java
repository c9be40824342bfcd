package io.provincelink.kit.caller;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.security.Principal;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the present request, worked out once. */
@RequestScoped
public class CurrentCaller {

    /** The header by which a courier names the unit that it reads for. */
    public static final String ON_BEHALF_OF = "Provincelink-On-Behalf-Of";

    private final SecurityIdentity identity;
    private final Regions regions;
    private final Today today;
    private @Nullable Caller caller;

    public CurrentCaller(SecurityIdentity identity, Regions regions, Today today) {
        this.identity = identity;
        this.regions = regions;
        this.today = today;
    }

    public Caller get() {
        if (caller == null) {
            Principal principal = identity.getPrincipal();
            caller = !identity.isAnonymous() && principal instanceof JsonWebToken token
                    ? of(token)
                    : Caller.anonymous(regions, today.get());
        }
        return caller;
    }

    /**
     * The caller, or for a courier a reader of the unit that it names: for the feed alone, which is all that a courier carries.
     *
     * @param unit code of the unit; null where the caller names none
     * @throws ProblemException 403 for whoever is no courier, 400 for a code that no unit has
     */
    public Caller onBehalfOf(@Nullable String unit) {
        Caller self = get();
        if (unit == null) {
            return self;
        }
        if (!self.has(Role.COURIER)) {
            throw ProblemException.roleNeeded(Role.COURIER);
        }
        Region named = regions.latest(unit, self.today())
                .orElseThrow(() -> ProblemException.invalid(
                        Fault.at(ON_BEHALF_OF + ":", "unknown-region", String.join(", ", regions.nearest(unit, 3)))));
        return new Caller(self.issuer(), self.client(), named, null, Set.of(Role.READER), regions, self.today());
    }

    private Caller of(JsonWebToken token) {
        String code = text(token, "region");
        Region unit = code == null ? null : regions.latest(code, today.get()).orElse(null);
        return new Caller(
                token.getIssuer(),
                client(text(token, "azp"), token.getSubject()),
                unit,
                text(token, "body"),
                identity.getRoles(),
                regions,
                today.get());
    }

    /** A token of nobody in particular is none. */
    private static String client(@Nullable String application, @Nullable String subject) {
        if (application == null && subject == null) {
            throw ProblemException.of(CommonProblem.UNAUTHENTICATED);
        }
        return (application == null ? "" : application) + "/" + (subject == null ? "" : subject);
    }

    /** A claim that is not a text says nothing to us. */
    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value instanceof String text ? text : null;
    }
}
