package io.provincelink.agreements.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The step of the predecessor that a step goes on with.
 *
 * @param milestone its id there
 * @param due when it was due there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MilestoneOrigin(
        @Nullable UUID milestone, @Nullable LocalDate due) {}
