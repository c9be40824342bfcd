package io.provincelink.agreements.programme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.http.ReadBack;
import io.provincelink.kit.words.Text;
import io.provincelink.record.RecordStore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step on a programme's roadmap.
 *
 * @param due null where only the step was agreed
 * @param doneOn null until it is done
 * @param carriedFrom the unfinished step of the period before that it goes on with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ReadBack("status")
public record Milestone(
        @Nullable UUID id,
        @NotNull @Valid Text title,
        @Nullable LocalDate due,
        @Nullable LocalDate doneOn,
        @Nullable @Valid MilestoneOrigin carriedFrom) {

    /** Where a step stands; an open one turns late by the calendar. */
    @Schema(name = "MilestoneStatus")
    public enum Status {
        OPEN,
        LATE,
        DONE
    }

    Status status(LocalDate today) {
        if (doneOn != null) {
            return Status.DONE;
        }
        return due != null && today.isAfter(due) ? Status.LATE : Status.OPEN;
    }

    @JsonIgnore
    boolean isOpen() {
        return doneOn == null;
    }

    Milestone withId(@Nullable UUID newId) {
        return new Milestone(newId, title, due, doneOn, carriedFrom);
    }

    /** The same step in the next period's draft: still to be done, by a day that nobody has agreed yet. */
    Milestone carried() {
        return new Milestone(RecordStore.idOr(null), title, null, null, new MilestoneOrigin(id, due));
    }
}
