package io.provincelink.gateway.webhook;

import io.provincelink.kit.problem.ProblemType;

/** Why there is no webhook more. */
public enum WebhookProblem implements ProblemType {
    TOO_MANY_WEBHOOKS(409);

    private final int status;

    WebhookProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "io.provincelink.gateway.webhook.problems";
    }
}
