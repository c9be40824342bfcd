package io.provincelink.agreements.programme;

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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ReadBack("status")
public record Milestone(
        @Nullable UUID id,
        @NotNull @Valid Text title,
        @Nullable LocalDate due,
        @Nullable LocalDate doneOn) {

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

    Milestone identified() {
        return id != null ? this : new Milestone(RecordStore.idOr(null), title, due, doneOn);
    }
}
