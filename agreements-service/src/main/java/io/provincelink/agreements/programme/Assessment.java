package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.http.ReadBack;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the parties judged the programme together.
 *
 * @param heldOn day of the conference, null where it is not known
 * @param sites regions where it was held; several when it was held online
 * @param shortcomings empty where none was named
 */
@ReadBack({"standing", "confirmations"})
public record Assessment(
        @Nullable LocalDate heldOn,
        @NotNull Format format,
        @Nullable @Size(max = 20) List<@NotNull @RegionCode String> sites,
        @NotNull @Valid Text summary,
        @Nullable @Size(max = 100) List<@NotNull @Valid Text> shortcomings,
        @Nullable @Size(max = 100) List<@NotNull @Valid Text> nextSteps,
        @Nullable @Valid Source source,
        @Nullable @Valid Text note)
        implements Draft {

    public Assessment {
        sites = sites == null ? List.of() : sites;
        shortcomings = shortcomings == null ? List.of() : shortcomings;
        nextSteps = nextSteps == null ? List.of() : nextSteps;
    }

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {heldOn};
    }

    /** Without the day of the conference the programme's first day decides, which is not known here: then only what no day makes right. */
    @Override
    public List<Fault> faults(Anchor anchor) {
        return anchor.check("/sites/*", sites).stream()
                .filter(fault -> heldOn != null || fault.code().equals("unknown-region"))
                .toList();
    }

    /** How the conference was held. */
    @Schema(name = "AssessmentFormat")
    public enum Format {
        ON_SITE,
        ONLINE,
        HYBRID
    }
}
