package io.provincelink.agreements.coordination;

import io.provincelink.agreements.assistance.AssistanceProject;
import io.provincelink.agreements.assistance.AssistanceProjects;
import io.provincelink.agreements.coordination.AssistanceOverlaps.Pair;
import io.provincelink.agreements.organisation.Organisation;
import io.provincelink.agreements.organisation.Organisations;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.words.Text;
import io.provincelink.record.audit.Reading;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Overlaps of projects over HTTP. */
@Path("assistance-projects/overlaps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistance")
public class AssistanceOverlapResource {

    private final AssistanceOverlaps overlaps;
    private final AssistanceProjects projects;
    private final Organisations organisations;
    private final CurrentCaller caller;

    public AssistanceOverlapResource(
            AssistanceOverlaps overlaps,
            AssistanceProjects projects,
            Organisations organisations,
            CurrentCaller caller) {
        this.overlaps = overlaps;
        this.projects = projects;
        this.organisations = organisations;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAssistanceOverlaps",
            summary =
                    "Pairs of projects of different organisations in one place, field and time, each pair once, newest first")
    public Page<AssistanceOverlap> list(@Valid @BeanParam AssistanceOverlapQuery query) {
        Caller reader = caller.get();
        List<Pair> pairs = overlaps.list(reader, query.filter(new ParameterReader(reader)), query);
        Map<UUID, AssistanceProject> found = projects.byId(
                reader,
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                        .collect(Collectors.toSet()));
        Map<UUID, Organisation> known = organisations.byId(
                reader,
                found.values().stream().map(AssistanceProject::organisation).collect(Collectors.toSet()));
        // one of a pair may have gone out of sight between the two questions
        List<Pair> seen = pairs.stream()
                .filter(pair -> found.keySet().containsAll(Set.of(pair.first(), pair.second())))
                .toList();
        // the pair beyond the page only tells that there is a next page
        projects.shown(
                reader,
                seen.stream()
                        .limit(query.limit)
                        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                        .distinct()
                        .map(found::get)
                        .toList(),
                Reading.How.LIST);
        return query.page(
                seen,
                Pair::key,
                pair -> AssistanceOverlap.of(
                        found.get(pair.first()), found.get(pair.second()), reader.regions(), id -> name(known, id)));
    }

    private static @Nullable Text name(Map<UUID, Organisation> known, UUID id) {
        Organisation organisation = known.get(id);
        return organisation == null ? null : organisation.name();
    }
}
