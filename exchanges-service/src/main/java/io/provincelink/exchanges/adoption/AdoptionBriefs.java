package io.provincelink.exchanges.adoption;

import io.provincelink.exchanges.practice.Practice;
import io.provincelink.exchanges.practice.PracticeBriefs;
import io.provincelink.kit.caller.Caller;
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
import org.jspecify.annotations.Nullable;

/** Adoptions in short, titled by the practice that is taken up. */
@Singleton
class AdoptionBriefs implements Activities<Adoption> {

    /** What one may not see of a practice does not count: neither its title nor its fields. */
    private static final String IN_FIELD = """
            exists (select 1 from Practice p where p.id = r.practice and array_intersects(p.readers, :scope)
             and array_contains(p.fields, :field))""";

    private final Adoptions adoptions;
    private final PracticeBriefs practices;

    AdoptionBriefs(Adoptions adoptions, PracticeBriefs practices) {
        this.adoptions = adoptions;
        this.practices = practices;
    }

    @Override
    public String type() {
        return "ADOPTION";
    }

    @Override
    public Adoptions records() {
        return adoptions;
    }

    @Override
    public Brief brief(Caller reader, Adoption adoption) {
        return briefs(reader, List.of(adoption)).get(0);
    }

    @Override
    public List<Brief> briefs(Caller reader, List<Adoption> found) {
        Map<UUID, Brief> taken =
                practices
                        .records()
                        .byId(reader, found.stream().map(Adoption::practice).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Practice::id, practice -> practices.brief(reader, practice)));
        return found.stream()
                .map(adoption -> brief(adoption, taken.get(adoption.practice())))
                .toList();
    }

    private Brief brief(Adoption adoption, @Nullable Brief practice) {
        return new Brief(
                type(),
                adoption.id(),
                null,
                adoptions.address(adoption),
                null,
                practice == null ? null : practice.title(),
                Actor.units(List.of(adoption.adopter())),
                List.of(adoption.adopter()),
                practice == null ? List.of() : practice.fields(),
                Span.of(adoption.since(), adoption.until()),
                adoption.status().name());
    }

    /** By the index of adopterWithin; what is done there is the adopter's, whoever offered it. */
    @Override
    public Optional<Filter> doing(ActivityQuestion asked) {
        return Optional.of(Filter.all()
                .and("array_intersects(r.adopterWithin, :adopters)", "adopters", asked.taken())
                .and(IN_FIELD, "field", asked.fieldName())
                .and("r.since is null or r.since <= :end", "end", asked.to())
                .and("r.until is null or r.until >= :start", "start", asked.from()));
    }

    @Override
    public boolean isWork() {
        return true;
    }

    @Override
    public String worker(Adoption adoption) {
        return adoption.adopter();
    }
}
