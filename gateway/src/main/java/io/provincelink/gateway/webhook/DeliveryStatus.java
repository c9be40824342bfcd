package io.provincelink.gateway.webhook;

/** How far a message has come. */
public enum DeliveryStatus {
    /** It is on its way or will be tried again. */
    PENDING,
    DELIVERED,
    /** Given up; it can be sent once more by hand. */
    DEAD
}
