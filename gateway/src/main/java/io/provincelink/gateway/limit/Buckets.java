package io.provincelink.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.CompletionStage;

/** Counts what each caller has left. */
interface Buckets {

    /**
     * Takes one request off a caller's quota.
     *
     * @param caller tells it from all others, also of other policies
     */
    CompletionStage<ConsumptionProbe> take(String caller, Policy policy);
}
