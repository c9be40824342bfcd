package io.provincelink.record;

import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.record.search.SearchQuestion;
import io.provincelink.record.search.SearchableRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions of a list in HQL on the alias {@code r}; one whose value is null does not apply. */
public final class Filter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private final List<Trail> trails = new ArrayList<>();

    private boolean ofOne;

    private Filter() {}

    public static Filter all() {
        return new Filter();
    }

    /** @param condition HQL with one parameter, {@code r.kind = :kind} */
    public Filter and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add("(" + condition + ")");
            parameters.put(parameter, value);
        }
        return this;
    }

    /** One more parameter that a condition names; none when the value is null. */
    public Filter with(String parameter, @Nullable Object value) {
        if (value != null) {
            parameters.put(parameter, value);
        }
        return this;
    }

    /** The way to the hits of one of the conditions, where they may all lie far back and be many; none when it is null. */
    public Filter along(@Nullable Trail trail) {
        if (trail != null) {
            trails.add(trail);
        }
        return this;
    }

    /** Records of these regions, a unit's own and those of the units inside it. */
    public Filter of(@Nullable List<String> regions) {
        return regions == null || regions.isEmpty()
                ? this
                : and("array_includes(r.within, :regions)", "regions", regions.toArray(String[]::new));
    }

    /**
     * The same; with a rollup a closed unit's records are under the unit that stands for it today.
     *
     * @param rollup null, or {@code current}
     */
    public Filter of(List<String> regions, Regions known, @Nullable String rollup) {
        if (!Parameters.rollsUp(rollup)) {
            return of(regions);
        }
        for (int i = 0; i < regions.size(); i++) {
            String[] taken = Parameters.taken(known, regions.get(i), true);
            and("array_intersects(r.within, :region" + i + ")", "region" + i, taken);
        }
        return this;
    }

    /** The record that a partner's system keeps under {@code system:id}. */
    public Filter externalId(@Nullable String externalId) {
        if (externalId == null) {
            return this;
        }
        int colon = externalId.indexOf(':');
        String system = colon < 0 ? externalId : externalId.substring(0, colon);
        String id = colon < 0 ? "" : externalId.substring(colon + 1);
        ofOne = true;
        return and("array_contains(r.externalKeys, :externalId)", "externalId", system + ":" + id);
    }

    /**
     * Records that have all words of {@code q}; only for those that are a {@link SearchableRecord}.
     *
     * @throws ProblemException 400 when it has no words or is too long
     */
    public Filter search(@Nullable String q) {
        if (q == null) {
            return this;
        }
        SearchQuestion question = SearchQuestion.of(q);
        and("array_includes(r.searchTerms, :terms)", "terms", question.terms().toArray(String[]::new));
        for (int i = 0; i < question.pieces().size(); i++) {
            // no pattern, so no character of the question means anything but itself
            and(
                    "locate(:piece" + i + ", r.searchText) > 0",
                    "piece" + i,
                    question.pieces().get(i));
        }
        return this;
    }

    /** Whether it asks by a key, which no more than a few records have. */
    boolean isOfOne() {
        return ofOne;
    }

    List<Trail> trails() {
        return trails;
    }

    public List<String> conditions() {
        return conditions;
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
