package io.provincelink.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** RFC 9728: where a client that knows the gateway's address alone gets its tokens. */
@Singleton
public class ResourceMetadata {

    private static final String PATH = "/.well-known/oauth-protected-resource";

    private final Optional<String> identityServer;
    private final Optional<String> address;

    /**
     * @param identityServer none where the tokens of a local run are signed with a key of its own
     * @param address under which clients know the gateway, when something stands in front of it
     */
    public ResourceMetadata(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> identityServer,
            @ConfigProperty(name = "provincelink.gateway.address") Optional<String> address) {
        this.identityServer = identityServer;
        this.address = address;
    }

    void mount(@Observes Router router) {
        router.route(PATH)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(0)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        String here = address.orElseGet(() -> "http://" + context.request().authority());
        JsonObject metadata = new JsonObject()
                .put("resource", here)
                .put("resource_name", "ProvinceLink")
                .put("resource_documentation", here + "/docs")
                .put("bearer_methods_supported", JsonArray.of("header"));
        identityServer.ifPresent(server -> metadata.put("authorization_servers", JsonArray.of(server)));
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                .end(metadata.encode());
    }
}
