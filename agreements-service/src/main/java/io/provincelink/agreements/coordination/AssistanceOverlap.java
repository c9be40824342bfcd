package io.provincelink.agreements.coordination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.agreements.assistance.AssistanceProject;
import io.provincelink.agreements.assistance.Footprint;
import io.provincelink.agreements.assistance.OpenPeriod;
import io.provincelink.agreements.assistance.ProjectStatus;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Two projects of different organisations that work in a common field at the same time, in one region or one inside a region of the
 * other. It says that somebody should look, not that something is wrong.
 *
 * @param first the one that was recorded later
 * @param regions of both projects, those that meet
 * @param period on which days both run
 */
public record AssistanceOverlap(Side first, Side second, Set<String> regions, List<Field> fields, OpenPeriod period) {

    /**
     * One of the two.
     *
     * @param organisationName where the caller may see the organisation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssistanceOverlapSide")
    public record Side(
            UUID id,
            Text title,
            UUID organisation,
            @Nullable Text organisationName,
            List<String> regions,
            OpenPeriod period,
            ProjectStatus status) {

        static Side of(AssistanceProject project, Function<UUID, @Nullable Text> names) {
            return new Side(
                    project.id(),
                    project.title(),
                    project.organisation(),
                    names.apply(project.organisation()),
                    project.regions(),
                    project.period(),
                    project.status());
        }
    }

    static AssistanceOverlap of(
            AssistanceProject first, AssistanceProject second, Regions regions, Function<UUID, @Nullable Text> names) {
        Set<String> meeting = new TreeSet<>();
        Map<String, Footprint> others = footprints(second, regions);
        footprints(first, regions)
                .forEach((one, here) -> others.forEach((other, there) -> {
                    if (here.meets(there)) {
                        meeting.add(one);
                        meeting.add(other);
                    }
                }));
        return new AssistanceOverlap(
                Side.of(first, names),
                Side.of(second, names),
                meeting,
                first.fields().stream().filter(second.fields()::contains).toList(),
                common(first.period(), second.period()));
    }

    private static Map<String, Footprint> footprints(AssistanceProject project, Regions regions) {
        Anchor anchor = new Anchor(regions, project.anchor());
        Map<String, Footprint> footprints = new LinkedHashMap<>();
        project.regions().forEach(region -> footprints.put(region, Footprint.of(List.of(region), anchor)));
        return footprints;
    }

    private static OpenPeriod common(OpenPeriod one, OpenPeriod other) {
        LocalDate from = one.from().isBefore(other.from()) ? other.from() : one.from();
        LocalDate to = one.to() == null || other.to() != null && other.to().isBefore(one.to()) ? other.to() : one.to();
        return new OpenPeriod(from, to);
    }
}
