package io.provincelink.gateway.webhook;

/** Whether anything is sent. */
public enum WebhookState {
    ACTIVE,
    /** By its owner. */
    PAUSED,
    /** By its receiver, who said that it is gone. */
    DISABLED
}
