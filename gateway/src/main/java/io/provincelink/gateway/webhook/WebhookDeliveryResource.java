package io.provincelink.gateway.webhook;

import io.provincelink.gateway.webhook.KeptAnswers.Answer;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was sent to a webhook, and what is to be sent once more, over HTTP. */
@Path("webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookDeliveryResource {

    private final WebhookDesk desk;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Beginnings beginnings;
    private final Messages messages;

    WebhookDeliveryResource(
            WebhookDesk desk, Webhooks webhooks, Deliveries deliveries, Beginnings beginnings, Messages messages) {
        this.desk = desk;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.beginnings = beginnings;
        this.messages = messages;
    }

    @GET
    @Path("deliveries")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What was sent or is to be, newest first, with each attempt",
            description = "What arrived is removed after a week, what was given up after 30 days.")
    public Page<DeliveryView> log(@PathParam("id") String id, @Valid @BeanParam DeliveryQuery query) {
        Caller caller = desk.caller();
        return query.page(
                desk.within(connection -> deliveries.log(
                        connection, webhooks.one(connection, caller, id, false).id(), query)),
                logged -> String.valueOf(logged.number()),
                Deliveries.Logged::view);
    }

    @POST
    @Path("deliveries/{delivery}/attempts")
    @ResponseStatus(202)
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(operationId = "retryWebhookDelivery", summary = "Send one message now, also one that was given up")
    @APIResponse(
            responseCode = "202",
            description = "It is sent soon.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryView.class)))
    public RestResponse<DeliveryView> attempt(
            @PathParam("id") String id,
            @PathParam("delivery") String delivery,
            @HeaderParam(WebhookResource.KEY) @Parameter(hidden = true) @Nullable String key) {
        Caller caller = desk.caller();
        String path = address(id) + "/deliveries/" + delivery + "/attempts";
        return desk.post(path, key, "", DeliveryView.class, connection -> {
            Webhook hook = webhooks.one(connection, caller, id, false);
            deliveries.one(connection, hook.id(), delivery);
            return accepted(null, deliveries.again(connection, hook.id(), delivery));
        });
    }

    @POST
    @Path("pings")
    @ResponseStatus(202)
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(operationId = "pingWebhook", summary = "Send an event io.provincelink.ping, to try the receiver out")
    @APIResponse(
            responseCode = "202",
            description = "It is sent soon; the log of deliveries tells what became of it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryView.class)))
    public RestResponse<DeliveryView> ping(
            @PathParam("id") String id,
            @HeaderParam(WebhookResource.KEY) @Parameter(hidden = true) @Nullable String key) {
        Caller caller = desk.caller();
        return desk.post(address(id) + "/pings", key, "", DeliveryView.class, connection -> {
            Webhook hook = webhooks.one(connection, caller, id, false);
            Message ping = messages.ping(hook.id());
            deliveries.add(connection, hook.id(), List.of(ping));
            return accepted(address(id) + "/deliveries", deliveries.one(connection, hook.id(), ping.id()));
        });
    }

    @POST
    @Path("replays")
    @ResponseStatus(202)
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(
            operationId = "replayWebhook",
            summary = "Send everything once more that happened since then",
            description = "Each event with the id that it had, so that a receiver can tell what it has already.")
    @APIResponse(
            responseCode = "202",
            description = "It is sent soon, the oldest first.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplayRequest.class)))
    public RestResponse<ReplayRequest> replay(
            @PathParam("id") String id,
            @NotNull @Valid ReplayRequest request,
            @HeaderParam(WebhookResource.KEY) @Parameter(hidden = true) @Nullable String key) {
        Caller caller = desk.caller();
        desk.one(id);
        if (request.since().isAfter(messages.now())) {
            throw ProblemException.invalid(Fault.at("/since", "in-future", messages.now()));
        }
        String place = beginnings.before(request.since());
        return desk.post(address(id) + "/replays", key, request, ReplayRequest.class, connection -> {
            webhooks.replay(connection, webhooks.one(connection, caller, id, true), place);
            return accepted(null, request);
        });
    }

    private static <V> Answer<V> accepted(@Nullable String location, V view) {
        return new Answer<>(202, location, null, view);
    }

    private static String address(String id) {
        return WebhookResource.ADDRESS + "/" + id;
    }
}
