package io.provincelink.agreements.assistance;

import io.provincelink.agreements.organisation.Organisation;
import io.provincelink.agreements.organisation.Organisations;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import io.provincelink.record.Filter;
import io.provincelink.record.activity.Activities;
import io.provincelink.record.activity.ActivityQuestion;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Projects of assistance in short, with the names of their organisations. */
@Singleton
public class AssistanceProjectBriefs implements Activities<AssistanceProject> {

    private final AssistanceProjects projects;
    private final Organisations organisations;

    public AssistanceProjectBriefs(AssistanceProjects projects, Organisations organisations) {
        this.projects = projects;
        this.organisations = organisations;
    }

    @Override
    public String type() {
        return "ASSISTANCE_PROJECT";
    }

    @Override
    public AssistanceProjects records() {
        return projects;
    }

    @Override
    public Brief brief(Caller reader, AssistanceProject project) {
        return briefs(reader, List.of(project)).get(0);
    }

    @Override
    public List<Brief> briefs(Caller reader, List<AssistanceProject> found) {
        Map<UUID, Organisation> known = organisations.byId(
                reader, found.stream().map(AssistanceProject::organisation).collect(Collectors.toSet()));
        return found.stream()
                .map(project -> brief(project, known.get(project.organisation())))
                .toList();
    }

    /** The organisation first, where the reader may see it; then the local body that the project belongs to. */
    private Brief brief(AssistanceProject project, @Nullable Organisation organisation) {
        return new Brief(
                type(),
                project.id(),
                null,
                projects.address(project),
                null,
                project.title(),
                Stream.concat(
                                Stream.ofNullable(organisation).map(known -> new Actor(null, known.name())),
                                Stream.of(Actor.of(project.terms().owner())))
                        .toList(),
                project.regions(),
                project.fields(),
                new Span(project.period().from(), project.period().to()),
                project.status().name());
    }

    /** By the index of regions, as the list does. */
    @Override
    public Optional<Filter> doing(ActivityQuestion asked) {
        Filter filter = Filter.all()
                .and("array_contains(r.fields, :field)", "field", asked.fieldName())
                .and("r.periodFrom <= :until", "until", asked.to())
                .and("r.periodTo is null or r.periodTo >= :since", "since", asked.from());
        String region = asked.region();
        return Optional.of(region == null ? filter : in(filter, asked.known(), region, asked.rollsUp()));
    }

    /** Those that work in a part of the region, or in one around it. */
    public static Filter in(Filter filter, Regions known, String region, boolean rollsUp) {
        return filter.and(
                        "array_intersects(r.regionsWithin, :regions) or array_intersects(r.regions, :around)",
                        "regions",
                        Parameters.taken(known, region, rollsUp))
                .with("around", Parameters.around(known, region));
    }

    /**
     * Those that serve one of these programmes.
     *
     * @param programmes ids and codes under which a project may name them
     */
    public static Filter serving(List<String> programmes) {
        return Filter.all().and("r.programme in :programmes", "programmes", programmes);
    }

    @Override
    public boolean isWork() {
        return true;
    }

    @Override
    public String worker(AssistanceProject project) {
        return project.organisation().toString();
    }
}
