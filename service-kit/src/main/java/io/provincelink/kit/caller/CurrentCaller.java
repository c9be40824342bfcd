package io.provincelink.kit.caller;

import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the present request, worked out once. */
@RequestScoped
public class CurrentCaller {

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

    private Caller of(JsonWebToken token) {
        String code = token.getClaim("region");
        Region unit = code == null ? null : regions.latest(code, today.get()).orElse(null);
        String client =
                token.getClaim("azp") == null ? token.getSubject() : token.getClaim("azp") + "/" + token.getSubject();
        return new Caller(
                token.getIssuer(), client, unit, token.getClaim("body"), identity.getRoles(), regions, today.get());
    }
}
