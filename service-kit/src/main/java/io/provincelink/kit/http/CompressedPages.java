package io.provincelink.kit.http;

import io.quarkus.vertx.http.runtime.HttpCompressionHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Compresses also what is not answered by a resource: contracts, web pages, problems of the gateway. */
@Singleton
public class CompressedPages {

    /** Key of a routing context whose answer comes from elsewhere and is passed on as it is. */
    public static final String AS_IT_IS = "provincelink.as-it-is";

    private static final int FIRST = 1_001;

    private final Set<String> mediaTypes;

    public CompressedPages(@ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    void mount(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(ready -> {
                        if (context.get(AS_IT_IS) == null) {
                            HttpCompressionHandler.compressIfNeeded(context, mediaTypes);
                        }
                    });
                    context.next();
                },
                FIRST);
    }
}
