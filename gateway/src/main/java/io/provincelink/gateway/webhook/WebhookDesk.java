package io.provincelink.gateway.webhook;

import io.provincelink.gateway.store.Store;
import io.provincelink.gateway.store.StoreProblem;
import io.provincelink.gateway.webhook.KeptAnswers.Answer;
import io.provincelink.gateway.webhook.KeptAnswers.Asked;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where webhooks are asked for and changed: each request in one transaction, each POST once per key. */
@RequestScoped
class WebhookDesk {

    private final Store store;
    private final Webhooks webhooks;
    private final KeptAnswers answers;
    private final Seal seal;
    private final CurrentCaller current;

    WebhookDesk(Store store, Webhooks webhooks, KeptAnswers answers, Seal seal, CurrentCaller current) {
        this.store = store;
        this.webhooks = webhooks;
        this.answers = answers;
        this.seal = seal;
        this.current = current;
    }

    Caller caller() {
        return current.get();
    }

    /** @throws ProblemException 503 where webhooks cannot be kept now */
    <T> T within(Store.Work<T> work) {
        if (!seal.isThere()) {
            throw ProblemException.of(StoreProblem.STORE_AWAY);
        }
        return store.transaction(work);
    }

    /** @throws ProblemException 404 when there is none, or not for this caller */
    Webhook one(String id) {
        return within(connection -> webhooks.one(connection, caller(), id, false));
    }

    /** @param key the header Idempotency-Key, null without one */
    <V> RestResponse<V> post(
            String path, @Nullable String key, Object body, Class<V> view, Store.Work<Answer<V>> write) {
        return within(connection -> answers.once(connection, new Asked(caller(), path, key, body), view, write))
                .response();
    }
}
