package io.provincelink.record.observation;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.Indicator;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Units;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.RecordStore;
import io.provincelink.record.idempotency.Answer;
import io.provincelink.record.idempotency.Idempotency;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Published figures, and what the system counted itself beside them. */
@Path("observations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators and observations")
public class ObservationResource {

    private final IndicatorBook book;
    private final Observations observations;
    private final CurrentCaller caller;
    private final Conditional conditional;
    private final Idempotency idempotency;
    private final Today today;

    public ObservationResource(
            IndicatorBook book,
            Observations observations,
            CurrentCaller caller,
            Conditional conditional,
            Idempotency idempotency,
            Today today) {
        this.book = book;
        this.observations = observations;
        this.caller = caller;
        this.conditional = conditional;
        this.idempotency = idempotency;
        this.today = today;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getObservations",
            summary = "Published and recorded figures of one indicator, side by side")
    public ObservationAnswer list(@BeanParam ObservationQuery query) {
        ParameterReader parameters = new ParameterReader(caller.get());
        Indicator known = parameters.read(() -> indicator(query.indicator));
        List<String> parties = query.parties(parameters);
        Period period = query.period(parameters);
        parameters.requireNoFaults();
        Indicator indicator = Objects.requireNonNull(known);
        List<ObservationView> published = observations.about(caller.get(), indicator.code(), parties, period).stream()
                .map(ObservationView::of)
                .toList();
        Recorded recorded = period == null ? null : counted(indicator, new Cooperation(parties, period));
        return new ObservationAnswer(published, recorded);
    }

    private @Nullable Recorded counted(Indicator indicator, Cooperation cooperation) {
        return cooperation.isTogether() ? book.count(caller.get(), cooperation).get(indicator.code()) : null;
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getObservation", summary = "One published figure")
    public RestResponse<ObservationView> get(
            @PathParam("id") String id,
            @QueryParam("indicator") @Parameter(required = true) @Nullable String indicatorCode) {
        indicator(indicatorCode);
        return conditional.read(() -> observations.version(caller.get(), id), () -> {
            Observation observation = observations.get(caller.get(), id);
            return new Conditional.Versioned<>(observation.version(), ObservationView.of(observation));
        });
    }

    @POST
    @RolesAllowed({Role.EDITOR, Role.STATISTICIAN})
    @Transactional
    @Operation(operationId = "createObservation", summary = "Record a figure that somebody published")
    public RestResponse<ObservationView> create(
            @QueryParam("indicator") @Parameter(required = true) @Nullable String indicatorCode,
            @Valid ObservationDraft draft) {
        Indicator indicator = indicator(indicatorCode);
        if (draft == null) {
            throw ProblemException.invalid(Fault.at("", "required"));
        }
        return idempotency.once(caller.get(), draft, ObservationView.class, () -> {
            Observation observation = observations.add(caller.get(), observation(indicator, draft));
            return Answer.created(
                    observations.address(observation),
                    conditional.tag(observation.version()),
                    ObservationView.of(observation));
        });
    }

    private Observation observation(Indicator indicator, ObservationDraft draft) {
        Caller writer = caller.get();
        Anchor anchor = Anchor.of(writer, draft.anchorDays());
        List<Fault> faults = new ArrayList<>(draft.faults(anchor));
        if (!draft.figure().unit().equals(indicator.unit()) && !isMoneyOf(indicator, draft)) {
            faults.add(Fault.at("/figure/unit", "wrong-unit", indicator.unit()));
        }
        Anchor.requireNone(faults);
        String owner = writer.requireActsForOneOf(draft.parties(), anchor.day());
        return new Observation(
                new RecordRoot.Registration(
                        RecordStore.idOr(draft.id()),
                        owner,
                        draft.parties(),
                        anchor,
                        Visibility.PUBLIC,
                        draft.externalIds() == null ? List.of() : draft.externalIds(),
                        today.now()),
                indicator.code(),
                draft);
    }

    /** An indicator in money names its usual currency; a source may publish in another. */
    private static boolean isMoneyOf(Indicator indicator, ObservationDraft draft) {
        return Units.isCurrency(indicator.unit())
                && Units.isCurrency(draft.figure().unit());
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
