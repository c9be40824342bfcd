package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.webhook.KeptAnswers.Answer;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Webhooks over HTTP, for editors and approvers of the unit whose they are. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookResource {

    static final String ADDRESS = "/api/v1/webhooks";
    static final String KEY = "Idempotency-Key";

    private final WebhookDesk desk;
    private final Webhooks webhooks;
    private final Beginnings beginnings;
    private final Conditional conditional;
    private final MergePatch patches;

    WebhookResource(
            WebhookDesk desk, Webhooks webhooks, Beginnings beginnings, Conditional conditional, MergePatch patches) {
        this.desk = desk;
        this.webhooks = webhooks;
        this.beginnings = beginnings;
        this.conditional = conditional;
        this.patches = patches;
    }

    @GET
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(operationId = "listWebhooks", summary = "The webhooks of the own unit, newest first")
    public Page<WebhookView> list(@Valid @BeanParam PageRequest page) {
        Caller caller = desk.caller();
        return page.page(
                desk.within(connection -> webhooks.list(connection, caller, page)),
                hook -> hook.id().toString(),
                WebhookView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(operationId = "getWebhook", summary = "One webhook, and whether its receiver takes what is sent")
    @APIResponse(responseCode = "200", description = "The webhook, without its secret.")
    @APIResponse(responseCode = "304", description = "Not changed since that ETag.")
    public RestResponse<WebhookView> get(@PathParam("id") String id) {
        Webhook hook = desk.one(id);
        return conditional.read(
                hook::version, () -> new Versioned<>(hook.version(), WebhookView.of(hook)), calendar(hook));
    }

    @POST
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(
            operationId = "createWebhook",
            summary = "Have changes sent from now on",
            description =
                    "What the own unit may see. The answer shows the secret, this once; docs/webhooks.md says how to check with it"
                            + " what comes. 503: a service does not say where its changes end, so that some could be missed.")
    public RestResponse<WebhookView> create(
            @NotNull @Valid WebhookDraft draft, @HeaderParam(KEY) @Parameter(hidden = true) @Nullable String key) {
        Caller caller = desk.caller();
        Anchor.requireNone(draft.faults(Anchor.of(caller), caller.today()));
        beginnings.requireReachable(draft.url());
        String begin = beginnings.now();
        return desk.post(ADDRESS, key, draft, WebhookView.class, connection -> {
            Webhooks.WithSecret made = webhooks.register(connection, caller, draft, begin);
            Webhook hook = made.webhook();
            return new Answer<>(
                    201,
                    ADDRESS + "/" + hook.id(),
                    conditional.tag(hook.version(), calendar(hook)).toString(),
                    WebhookView.of(hook, made.secret().shown()));
        });
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(
            operationId = "patchWebhook",
            summary = "Change a webhook, or let it rest",
            description = "With active false nothing is sent; what happens meanwhile is sent once it is true again.")
    @RequestBody(content = @Content(schema = @Schema(ref = "WebhookPatch")))
    public RestResponse<WebhookView> patch(@PathParam("id") String id, @NotNull JsonNode patch) {
        Caller caller = desk.caller();
        Webhook before = desk.one(id);
        conditional.requireMatch(before.version());
        WebhookDraft draft = patches.apply(before.terms(), patch);
        Anchor.requireNone(draft.faults(Anchor.of(caller), caller.today()));
        if (!draft.url().equals(before.terms().url())) {
            beginnings.requireReachable(draft.url());
        }
        return desk.within(connection -> {
            Webhook hook = webhooks.one(connection, caller, id, true);
            conditional.requireMatch(hook.version());
            Webhook changed = webhooks.change(connection, caller, hook, draft);
            return conditional.changed(new Versioned<>(changed.version(), WebhookView.of(changed)), calendar(changed));
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(operationId = "deleteWebhook", summary = "Remove a webhook with its log")
    @APIResponse(responseCode = "204", description = "Removed: nothing more is sent.")
    public RestResponse<Void> delete(@PathParam("id") String id) {
        return desk.within(connection -> {
            Webhook hook = webhooks.one(connection, desk.caller(), id, true);
            conditional.requireMatch(hook.version());
            webhooks.delete(connection, hook);
            return RestResponse.noContent();
        });
    }

    @POST
    @Path("{id}/secret-rotations")
    @RolesAllowed({Role.EDITOR, Role.APPROVER})
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new secret",
            description = "Shown this once. For 24 hours everything is signed with the old one too.")
    public RestResponse<WebhookView> rotate(
            @PathParam("id") String id, @HeaderParam(KEY) @Parameter(hidden = true) @Nullable String key) {
        Caller caller = desk.caller();
        String path = ADDRESS + "/" + id + "/secret-rotations";
        return desk.post(path, key, "", WebhookView.class, connection -> {
            Webhook hook = webhooks.one(connection, caller, id, true);
            conditional.compareIfGiven(hook.version());
            Webhooks.WithSecret made = webhooks.rotate(connection, caller, hook);
            Webhook now = made.webhook();
            return new Answer<>(
                    200,
                    null,
                    conditional.tag(now.version(), calendar(now)).toString(),
                    WebhookView.of(now, made.secret().shown()));
        });
    }

    /** What decides the view beside the version. */
    private static String calendar(Webhook hook) {
        return hook.times().previousUntil() + " " + hook.times().failingSince();
    }
}
