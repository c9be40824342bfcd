package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.http.ReadBack;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a meeting agreed to do, as a client sends it.
 *
 * @param id made unless given; kept through a change of what the outcome says
 * @param owner region whose side does it; where it is named, only that side says that it is done, or takes that back
 * @param doneOn only with DONE, where the day is known
 * @param carriedTo the later session of the same mechanism that goes on with it, only with CARRIED_OVER; the next one unless given
 * @param continues the outcome of an earlier session of the same mechanism that this one goes on with; once this one is done, that one is
 *     settled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ReadBack({"standing", "confirmations", "meeting", "settled"})
public record OutcomeDraft(
        @Nullable UUID id,
        @NotNull @Valid Text what,
        @Nullable @RegionCode String owner,
        @Nullable LocalDate due,
        @NotNull OutcomeStatus status,
        @Nullable LocalDate doneOn,
        @Nullable UUID carriedTo,
        @Nullable UUID continues,
        @Nullable @Valid Text note)
        implements Draft {

    OutcomeDraft withId(@Nullable UUID newId) {
        return new OutcomeDraft(newId, what, owner, due, status, doneOn, carriedTo, continues, note);
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[0];
    }

    /** Whether its owner is a unit is for the meeting to judge, whose day decides that. A status that could not be read is null. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        if (doneOn != null && status != null && status != OutcomeStatus.DONE) {
            faults.add(Fault.at("/doneOn", "only-with", OutcomeStatus.DONE));
        }
        if (carriedTo != null && status != null && status != OutcomeStatus.CARRIED_OVER) {
            faults.add(Fault.at("/carriedTo", "only-with", OutcomeStatus.CARRIED_OVER));
        }
        return faults;
    }

    @Override
    public List<Fault> faults(Anchor anchor, LocalDate today) {
        List<Fault> faults = faults(anchor);
        faults.addAll(ofTheDay(today));
        return faults;
    }

    List<Fault> ofTheDay(LocalDate today) {
        return doneOn != null && doneOn.isAfter(today) ? List.of(Fault.at("/doneOn", "after-today", today)) : List.of();
    }

    /** Only sessions of a mechanism follow on one another. */
    List<Fault> withoutMechanism() {
        List<Fault> faults = new ArrayList<>();
        if (status == OutcomeStatus.CARRIED_OVER) {
            faults.add(Fault.at("/status", "only-with", "mechanism"));
        }
        if (continues != null) {
            faults.add(Fault.at("/continues", "only-with", "mechanism"));
        }
        return faults;
    }
}
