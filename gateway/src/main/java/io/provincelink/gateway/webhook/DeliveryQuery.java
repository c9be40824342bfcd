package io.provincelink.gateway.webhook;

import io.provincelink.kit.http.PageRequest;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of the log of deliveries is wanted. */
public class DeliveryQuery extends PageRequest {

    @QueryParam("status")
    @Parameter(description = "Only messages that have come so far.")
    public @Nullable DeliveryStatus status;
}
