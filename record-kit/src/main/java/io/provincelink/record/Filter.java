package io.provincelink.record;

import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.search.SearchQuestion;
import io.provincelink.record.search.SearchableRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Conditions of a list in HQL on the alias {@code r}; one whose value is null does not apply. */
public final class Filter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private final List<Trail> trails = new ArrayList<>();

    private final @Nullable ParameterReader reader;
    private boolean ofOne;

    private Filter(@Nullable ParameterReader reader) {
        this.reader = reader;
    }

    public static Filter all() {
        return new Filter(null);
    }

    /** A filter of what an address asks for; the reader keeps what is wrong with that, see {@link #asked}. */
    public static Filter by(ParameterReader reader) {
        return new Filter(reader);
    }

    /**
     * The filter, complete.
     *
     * @throws ProblemException 400 with all that the reader found wrong
     */
    public Filter asked() {
        if (reader != null) {
            reader.requireNoFaults();
        }
        return this;
    }

    private <T> @Nullable T read(Supplier<@Nullable T> reading) {
        return reader == null ? reading.get() : reader.read(reading);
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
        if (!Boolean.TRUE.equals(read(() -> Parameters.rollsUp(rollup)))) {
            return of(regions);
        }
        for (int i = 0; i < regions.size(); i++) {
            String[] taken = Parameters.taken(known, regions.get(i), true);
            and("array_intersects(r.within, :region" + i + ")", "region" + i, taken);
        }
        return this;
    }

    /**
     * The record that a partner's system keeps under {@code system:id}.
     *
     * @throws ProblemException 400 when the text has another form
     */
    public Filter externalId(@Nullable String externalId) {
        ExternalId key = externalId == null ? null : read(() -> key(externalId));
        ofOne |= key != null;
        return and("array_contains(r.externalKeys, :externalId)", "externalId", key == null ? null : key.toString());
    }

    private static ExternalId key(String text) {
        return ExternalId.parse(text)
                .orElseThrow(() -> ProblemException.invalid(Fault.at("?externalId", "wrong-format", "system:id")));
    }

    /**
     * Records that have all words of {@code q}; only for those that are a {@link SearchableRecord}.
     *
     * @throws ProblemException 400 when it has no words or is too long
     */
    public Filter search(@Nullable String q) {
        SearchQuestion question = q == null ? null : read(() -> SearchQuestion.of(q));
        if (question == null) {
            return this;
        }
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
