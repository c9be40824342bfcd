package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.SdmxProblem;
import io.provincelink.trade.sdmx.structure.Artefact.Dataflow;
import io.provincelink.trade.sdmx.structure.Catalogue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which data are meant.
 *
 * @param updatedAfter only what was reported after it; null for all
 * @param asOf as it was known then; null for now
 */
record DataQuestion(
        Dataflow flow,
        SeriesKey key,
        Span span,
        @Nullable Instant updatedAfter,
        @Nullable Instant asOf) {

    private static final List<String> VERSIONS = List.of(Sdmx.VERSION, "latest", "all");

    /**
     * Reads it.
     *
     * @throws ProblemException 400, 404 when there is no such flow, 501 for what is not done here
     */
    static DataQuestion of(DataPath path, PeriodQuery query, ParameterReader parameters) {
        Dataflow flow = flow(path.flow);
        SeriesKey key = SeriesKey.of(flow, path.keys()).by(path.providers(), Sdmx.AGENCY);
        Span span = Span.of(query.startPeriod, query.endPeriod);
        Instant updatedAfter = sinceEpoch(instant(query.updatedAfter));
        Instant asOf = sinceEpoch(query.asOf(parameters));
        if (!flow.equals(Catalogue.TRADE) && (updatedAfter != null || asOf != null)) {
            throw ProblemException.of(
                    SdmxProblem.NOT_IMPLEMENTED, (asOf == null ? "updatedAfter" : "asOf") + ", " + flow.id());
        }
        return new DataQuestion(flow, key, span, updatedAfter, asOf);
    }

    /** {@code FLOW}, {@code AGENCY,FLOW} or {@code AGENCY,FLOW,VERSION}. */
    private static Dataflow flow(String reference) {
        String[] parts = reference.split(",", -1);
        String agency = parts.length == 1 ? "all" : parts[0];
        String version = parts.length < 3 ? "latest" : parts[2];
        boolean ours =
                parts.length <= 3 && (agency.equals("all") || agency.equals(Sdmx.AGENCY)) && VERSIONS.contains(version);
        return (ours ? Catalogue.flow(parts[parts.length == 1 ? 0 : 1]) : Optional.<Dataflow>empty())
                .orElseThrow(() -> ProblemException.of(SdmxProblem.NO_RESULTS));
    }

    /** The database knows no moment of very long ago, and nobody reported anything then. */
    private static @Nullable Instant sinceEpoch(@Nullable Instant moment) {
        return moment != null && moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String time = text.replace(' ', '+'); // an unencoded plus
        if (time.startsWith("+")) { // a year of five digits and more
            throw noInstant();
        }
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                // the standard: without an offset, the local time of the service
                return LocalDateTime.parse(time).atZone(Today.ZONE).toInstant();
            } catch (DateTimeException unreadable) {
                throw noInstant();
            }
        }
    }

    private static ProblemException noInstant() {
        return ProblemException.invalid(Fault.at("?updatedAfter", "wrong-format", "2021-05-26T08:00:00Z"));
    }

    /** Whether only periods are meant that few series have: most are of single months. */
    boolean isOfRarePeriods() {
        Set<String> frequencies = key.codes().get("FREQ");
        return frequencies != null && !frequencies.contains(Frequency.MONTH);
    }

    DataQuestion with(SeriesKey other) {
        return new DataQuestion(flow, other, span, updatedAfter, asOf);
    }
}
