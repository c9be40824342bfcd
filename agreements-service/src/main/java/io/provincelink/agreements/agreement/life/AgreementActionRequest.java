package io.provincelink.agreements.agreement.life;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An action as a client sends it.
 *
 * @param on the day on which it happened; may be long ago, and ahead where that makes sense (entry into force, amendment,
 *     suspension, resumption, termination)
 * @param until the last day in force: may be given with ENTER_INTO_FORCE, must be with EXTEND
 * @param region the party for which it is done; the caller's own where it is left out. With SUCCEED: the party whose unit was closed
 * @param to with SUCCEED: who takes the part over
 * @param note what was changed (must be given with AMEND), who was asked, where the copy lies
 */
public record AgreementActionRequest(
        @NotNull AgreementActionType type,
        @NotNull LocalDate on,
        @Nullable LocalDate until,
        @Nullable @RegionCode String region,
        @Nullable @Size(max = 50) List<@NotNull @RegionCode String> to,
        @Nullable @Valid Text note)
        implements Draft {

    public AgreementActionRequest {
        to = Objects.requireNonNullElse(to, List.of());
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {on};
    }

    /** What the constraints on single fields cannot see. */
    public List<Fault> faults(List<String> parties, Caller caller) {
        List<Fault> faults = new ArrayList<>(faults(new Anchor(caller.regions(), on), caller.today()));
        if (region != null && !parties.contains(region)) {
            faults.add(Fault.at("/region", "not-a-party", String.join(", ", parties)));
        }
        return faults;
    }

    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        if (type == null) {
            return faults; // said by the constraints
        }
        if (type == AgreementActionType.AMEND && note == null) {
            faults.add(Fault.at("/note", "required"));
        }
        faults.addAll(untilFaults());
        faults.addAll(successionFaults(anchor));
        return faults;
    }

    @Override
    public List<Fault> faults(Anchor anchor, LocalDate today) {
        List<Fault> faults = new ArrayList<>(faults(anchor));
        if (on != null && on.isAfter(today) && type != null && !type.mayLieAhead()) {
            faults.add(Fault.at("/on", "after-today", today));
        }
        return faults;
    }

    private List<Fault> untilFaults() {
        boolean extension = type == AgreementActionType.EXTEND;
        if (until == null) {
            return extension ? List.of(Fault.at("/until", "required")) : List.of();
        }
        if (!extension && type != AgreementActionType.ENTER_INTO_FORCE) {
            return List.of(Fault.at("/until", "only-with", "ENTER_INTO_FORCE, EXTEND"));
        }
        return on != null && until.isBefore(on) ? List.of(Fault.at("/until", "before-start", on)) : List.of();
    }

    private List<Fault> successionFaults(Anchor anchor) {
        if (type != AgreementActionType.SUCCEED) {
            return to.isEmpty() ? List.of() : List.of(Fault.at("/to", "only-with", AgreementActionType.SUCCEED));
        }
        List<Fault> faults = new ArrayList<>(anchor.check("/to/*", to));
        if (to.isEmpty()) {
            faults.add(Fault.at("/to", "required"));
        }
        if (region == null) {
            faults.add(Fault.at("/region", "required"));
        }
        return faults;
    }

    /** @param party the party for which the caller does it */
    public AgreementAction by(Caller caller, String party, Instant now) {
        AgreementActor actor =
                new AgreementActor(Objects.requireNonNull(caller.unit()).code(), caller.body());
        return new AgreementAction(0, type, on, until, party, to, note, actor, now);
    }
}
