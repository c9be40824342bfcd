package io.provincelink.record.observation;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Indicator;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Shelf;
import io.provincelink.record.change.HistoryItem;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Published figures, and what the system counted itself beside them. */
@Path("observations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators and observations")
public class ObservationResource {

    private static final String CORRECTING =
            "By an editor or statistician of the side that recorded it. Its indicator and parties stay: what was"
                    + " recorded for others is taken back and recorded anew. The history keeps every version.";

    private final IndicatorBook book;
    private final Observations observations;
    private final RecordDesk desk;
    private final Today today;
    private final Shelf<Observation, ObservationView> shelf;

    public ObservationResource(IndicatorBook book, Observations observations, RecordDesk desk, Today today) {
        this.book = book;
        this.observations = observations;
        this.desk = desk;
        this.today = today;
        this.shelf =
                new Shelf<>(observations, ObservationView.class, (figure, day) -> ObservationView.of(figure), false);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getObservations",
            summary = "Published and recorded figures of one indicator, side by side")
    public ObservationAnswer list(@BeanParam ObservationQuery query) {
        ParameterReader parameters = desk.parameters();
        Indicator known = parameters.read(() -> indicator(query.indicator));
        List<String> parties = query.parties(parameters);
        Period period = query.period(parameters);
        Filter ofKey = query.externalId == null ? null : query.ofKey(parameters, parties, period);
        parameters.requireNoFaults();
        Indicator indicator = Objects.requireNonNull(known);
        List<Observation> published = ofKey == null
                ? observations.about(desk.caller(), indicator.code(), parties, period)
                : observations.list(desk.caller(), ofKey, new PageRequest());
        Recorded recorded = period == null ? null : counted(indicator, new Cooperation(parties, period));
        return new ObservationAnswer(published.stream().map(ObservationView::of).toList(), recorded);
    }

    private @Nullable Recorded counted(Indicator indicator, Cooperation cooperation) {
        return cooperation.isTogether() ? book.count(desk.caller(), cooperation).get(indicator.code()) : null;
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getObservation", summary = "One published figure")
    public RestResponse<ObservationView> get(
            @PathParam("id") String id,
            @QueryParam("indicator") @Parameter(required = true) @Nullable String indicatorCode) {
        Indicator indicator = indicator(indicatorCode);
        // asked when it is shown, so that an unchanged one still takes one small query
        var ofIndicator = new Shelf<>(
                observations,
                ObservationView.class,
                (Observation figure, LocalDate day) -> ObservationView.of(requireThere(indicator, figure)),
                false);
        return desk.read(ofIndicator, id);
    }

    @POST
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @Transactional
    @Operation(operationId = "createObservation", summary = "Record a figure that somebody published")
    public RestResponse<ObservationView> create(
            @QueryParam("indicator") @Parameter(required = true) @Nullable String indicatorCode,
            @NotNull @Valid ObservationDraft draft) {
        Indicator indicator = indicator(indicatorCode);
        return desk.create(shelf, draft, () -> recorded(indicator, draft));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @Transactional
    @Operation(
            operationId = "patchObservation",
            summary = "Correct what was recorded of a published figure",
            description = CORRECTING)
    @RequestBody(content = @Content(schema = @Schema(ref = "ObservationPatch")))
    public RestResponse<ObservationView> patch(
            @PathParam("id") String id,
            @QueryParam("indicator") @Parameter(required = true) @Nullable String indicatorCode,
            @NotNull JsonNode patch) {
        Indicator indicator = indicator(indicatorCode);
        return desk.change(shelf, id, figure -> {
            revise(figure, indicator, desk.patched(ObservationDraft.of(figure), patch));
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.APPROVER)
    @Transactional
    @Operation(
            operationId = "deleteObservation",
            summary = "Take back a figure that was recorded by mistake",
            description = "By an approver of exactly the side that recorded it; a figure is public without anybody's"
                    + " consent, so it may be taken back although it is public. The feed tells it.")
    @APIResponse(responseCode = "204", description = "Taken back: it exists for nobody any more.")
    public RestResponse<Void> delete(
            @PathParam("id") String id,
            @QueryParam("indicator") @Parameter(required = true) @Nullable String indicatorCode) {
        requireOf(indicator(indicatorCode), observations.get(desk.caller(), id));
        return desk.remove(shelf, id);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(
            operationId = "listObservationHistory",
            summary = "Every version of a published figure: who, when and what, newest first")
    public Page<HistoryItem> history(
            @PathParam("id") String id,
            @QueryParam("indicator") @Parameter(required = true) @Nullable String indicatorCode,
            @Valid @BeanParam PageRequest page) {
        requireThere(indicator(indicatorCode), observations.get(desk.caller(), id));
        return desk.history(shelf, id, page);
    }

    @GET
    @Path("by-external-id/{system}/{id}")
    @PermitAll
    @Operation(
            operationId = "getObservationByExternalId",
            summary = "The figure that a partner's system keeps under this key",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<ObservationView> getByKey(
            @PathParam("system") String system,
            @PathParam("id") String id,
            @QueryParam("indicator") @Parameter(required = true) @Nullable String indicatorCode) {
        Indicator indicator = indicator(indicatorCode);
        return desk.readByKey(shelf, new ExternalId(system, id), figure -> isOf(indicator, figure));
    }

    @PUT
    @Path("by-external-id/{system}/{id}")
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @Transactional
    @Operation(
            operationId = "putObservationByExternalId",
            summary = "Hand in a figure under a partner's own key: a new one, or all that it says anew",
            description = RecordDesk.KEYS_IN_ADDRESSES)
    public RestResponse<ObservationView> putByKey(
            @PathParam("system") String system,
            @PathParam("id") String id,
            @QueryParam("indicator") @Parameter(required = true) @Nullable String indicatorCode,
            @NotNull @Valid ObservationDraft draft) {
        Indicator indicator = indicator(indicatorCode);
        return desk.put(
                shelf,
                new ExternalId(system, id),
                draft,
                keyed -> recorded(indicator, keyed),
                (figure, keyed) -> revise(figure, indicator, keyed));
    }

    private Observation recorded(Indicator indicator, ObservationDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        Anchor.requireNone(draft.faults(anchor, indicator));
        String owner = desk.caller().requireActsForOneOf(draft.parties(), anchor.day());
        return new Observation(
                new RecordRoot.Registration(
                        RecordStore.idOr(draft.id()),
                        owner,
                        draft.parties(),
                        anchor,
                        Visibility.PUBLIC,
                        draft.externalIds(),
                        today.now()),
                indicator.code(),
                draft);
    }

    private void revise(Observation figure, Indicator indicator, ObservationDraft draft) {
        requireOf(indicator, figure);
        Anchor anchor = desk.registrar().anchor(figure, draft);
        List<Fault> faults = new ArrayList<>(desk.faults(ObservationDraft.of(figure), draft, anchor));
        if (!draft.figure().unit().equals(figure.figure().unit())) {
            faults.addAll(draft.unitFaults(indicator));
        }
        desk.registrar().requireStill(draft.parties(), anchor, faults);
        figure.revise(draft, anchor);
    }

    /** A figure is of one indicator; under another it would be taken for a figure of that. */
    private static Observation requireThere(Indicator indicator, Observation figure) {
        if (!isOf(indicator, figure)) {
            throw ProblemException.notFound();
        }
        return figure;
    }

    private static boolean isOf(Indicator indicator, Observation figure) {
        return figure.indicator().equals(indicator.code());
    }

    /** Else the figure would be measured by the unit of another indicator. */
    private static void requireOf(Indicator indicator, Observation figure) {
        if (!isOf(indicator, figure)) {
            throw ProblemException.invalid(Fault.at("?indicator", "unknown-value", figure.indicator()));
        }
    }

    private Indicator indicator(@Nullable String code) {
        if (code == null) {
            throw ProblemException.invalid(Fault.at("?indicator", "required"));
        }
        return book.find(code)
                .orElseThrow(() -> ProblemException.invalid(Fault.at(
                        "?indicator",
                        "unknown-indicator",
                        book.indicators().stream().map(Indicator::code).collect(Collectors.joining(", ")))));
    }
}
