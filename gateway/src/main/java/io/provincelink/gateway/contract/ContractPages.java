package io.provincelink.gateway.contract;

import io.provincelink.gateway.door.Refusals;
import io.provincelink.kit.http.Coding;
import io.provincelink.kit.problem.CommonProblem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code /openapi}: YAML unless JSON is asked for, by {@code /openapi.json}, {@code ?format=json} or Accept. */
@Singleton
public class ContractPages {

    private static final Logger LOG = Logger.getLogger(ContractPages.class);

    private final Vertx vertx;
    private final Refusals refusals;
    private @Nullable Future<MergedContract> merged;

    public ContractPages(Vertx vertx, Refusals refusals) {
        this.vertx = vertx;
        this.refusals = refusals;
    }

    void mount(@Observes Router router) {
        for (String path : new String[] {"/openapi", "/openapi.json", "/openapi.yaml"}) {
            router.route(path)
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(0)
                    .handler(this::answer);
        }
    }

    private void answer(RoutingContext context) {
        merged().onSuccess(contract -> write(context, contract)).onFailure(thrown -> {
            LOG.error("no contract", thrown);
            refusals.send(context.request(), CommonProblem.INTERNAL);
        });
    }

    /** Merged when it is first asked for: starting up need not wait for it. */
    private synchronized Future<MergedContract> merged() {
        if (merged == null) {
            merged = vertx.executeBlocking(MergedContract::load);
        }
        return merged;
    }

    private static void write(RoutingContext context, MergedContract contract) {
        boolean json = wantsJson(context);
        boolean packed = Coding.isGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        String tag = contract.tag().replaceFirst("\"$", (json ? "-json" : "-yaml") + (packed ? "-gzip\"" : "\""));
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding");
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, json ? "application/json" : "application/yaml;charset=UTF-8")
                .end(Buffer.buffer(json ? contract.json() : contract.yaml()));
    }

    private static boolean wantsJson(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.equals("/openapi")) {
            return path.endsWith(".json");
        }
        String format = context.request().getParam("format");
        if (format != null) {
            return format.equalsIgnoreCase("json");
        }
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        String wanted = accept.toLowerCase(Locale.ROOT);
        int yaml = wanted.indexOf("yaml");
        int json = wanted.indexOf("json");
        return json >= 0 && (yaml < 0 || json < yaml);
    }
}
