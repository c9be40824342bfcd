package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.sdmx.SdmxProblem;
import io.provincelink.trade.sdmx.data.Series.Observation;
import io.provincelink.trade.sdmx.structure.Artefact.Dataflow;
import io.provincelink.trade.sdmx.structure.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How data are told: how much of each series, and whether in series at all.
 *
 * @param flat whether each observation stands alone, with its whole key
 * @param first at most so many observations from the beginning of a series; null for all
 * @param last at most so many from the end
 */
record Arrangement(
        Detail detail,
        boolean flat,
        @Nullable Integer first,
        @Nullable Integer last) {

    static final String FLAT = "AllDimensions";

    /** What is told of a series. */
    enum Detail {
        FULL,
        DATA_ONLY,
        SERIES_KEYS_ONLY,
        NO_DATA;

        boolean hasAttributes() {
            return this == FULL || this == NO_DATA;
        }

        boolean hasObservations() {
            return this == FULL || this == DATA_ONLY;
        }
    }

    /**
     * Reads it.
     *
     * @throws ProblemException 400, 406 where the format has no room for it, 501 for what is not done here
     */
    static Arrangement of(DataQuery query, Dataflow flow, DataForm form) {
        if (Boolean.TRUE.equals(query.includeHistory)) {
            throw ProblemException.of(SdmxProblem.NOT_IMPLEMENTED, "includeHistory");
        }
        boolean flat = isFlat(query.dimensionAtObservation, flow);
        if (flat && form.isOfTimeSeries()) {
            throw ProblemException.invalid(Fault.at("?dimensionAtObservation", "unknown-value", Catalogue.TIME));
        }
        Detail detail = detail(query.detail);
        return new Arrangement(
                detail, flat && detail.hasObservations(), query.firstNObservations, query.lastNObservations);
    }

    String dimensionAtObservation() {
        return flat ? FLAT : Catalogue.TIME;
    }

    /** Of the observations of a series those that are told. */
    List<Observation> told(List<Observation> all) {
        if (!detail.hasObservations()) {
            return List.of();
        }
        int size = all.size();
        int begin = first == null ? 0 : Math.min(first, size);
        int end = last == null ? size : Math.max(size - last, 0);
        if (first == null) {
            return last == null ? all : all.subList(end, size);
        }
        if (last == null || end <= begin) {
            return last == null ? all.subList(0, begin) : all;
        }
        List<Observation> both = new ArrayList<>(all.subList(0, begin));
        both.addAll(all.subList(end, size));
        return both;
    }

    private static boolean isFlat(@Nullable String dimension, Dataflow flow) {
        if (dimension == null || dimension.equals(Catalogue.TIME)) {
            return false;
        }
        if (dimension.equals(FLAT)) {
            return true;
        }
        boolean known = flow.structure().dimensions().stream()
                .anyMatch(other -> other.id().equals(dimension));
        throw known
                ? ProblemException.of(SdmxProblem.NOT_IMPLEMENTED, "dimensionAtObservation=" + dimension)
                : ProblemException.invalid(
                        Fault.at("?dimensionAtObservation", "unknown-value", Catalogue.TIME + ", " + FLAT));
    }

    private static Detail detail(@Nullable String name) {
        return switch (name == null ? "full" : name) {
            case "full" -> Detail.FULL;
            case "dataonly" -> Detail.DATA_ONLY;
            case "serieskeysonly" -> Detail.SERIES_KEYS_ONLY;
            case "nodata" -> Detail.NO_DATA;
            default ->
                throw ProblemException.invalid(
                        Fault.at("?detail", "unknown-value", "full, dataonly, serieskeysonly, nodata"));
        };
    }
}
