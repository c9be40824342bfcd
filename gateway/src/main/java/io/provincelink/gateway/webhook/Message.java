package io.provincelink.gateway.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A CloudEvents 1.0 event as it is sent.
 *
 * @param id the same for the same change each time
 * @param event its type
 * @param subject the id of the record; null where it is about none
 * @param body the event in structured mode
 */
record Message(String id, String event, @Nullable String subject, String body) {}
