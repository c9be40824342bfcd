package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.sdmx.structure.Artefact.Dataflow;
import io.provincelink.trade.sdmx.structure.Component;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which series are meant.
 *
 * @param codes by the dimension; what is not in it may have any
 */
record SeriesKey(Map<String, Set<String>> codes) {

    private static final String ALL = "all";

    SeriesKey {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /**
     * Reads a key.
     *
     * @throws ProblemException 400 when it has another number of dimensions than the flow
     */
    static SeriesKey of(Dataflow flow, String text) {
        if (text.equals(ALL)) {
            return new SeriesKey(Map.of());
        }
        List<Component> dimensions = flow.structure().dimensions();
        String[] parts = text.split("\\.", -1);
        if (parts.length != dimensions.size()) {
            throw ProblemException.invalid(Fault.at(
                    "{key}",
                    "wrong-format",
                    dimensions.stream().map(Component::id).collect(Collectors.joining("."))));
        }
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                codes.put(dimensions.get(i).id(), new LinkedHashSet<>(Arrays.asList(parts[i].split("\\+"))));
            }
        }
        return new SeriesKey(codes);
    }

    /** The same key for one of the providers alone; these are the reporters. */
    SeriesKey by(String providers, String agency) {
        Set<String> named = new LinkedHashSet<>();
        for (String provider : providers.split("\\+")) {
            String id = provider.substring(provider.lastIndexOf(',') + 1);
            if (id.equals(ALL) || id.equals(agency)) {
                return this;
            }
            named.add(id);
        }
        Map<String, Set<String>> narrower = new LinkedHashMap<>(codes);
        narrower.merge("REPORTER", named, (asked, provided) -> asked.stream()
                .filter(provided::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        return new SeriesKey(narrower);
    }

    /** The same key with any code of a dimension. */
    SeriesKey without(String dimension) {
        Map<String, Set<String>> wider = new LinkedHashMap<>(codes);
        wider.remove(dimension);
        return new SeriesKey(wider);
    }

    boolean asks(String dimension) {
        return codes.containsKey(dimension);
    }
}
