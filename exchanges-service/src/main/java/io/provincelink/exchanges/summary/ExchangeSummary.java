package io.provincelink.exchanges.summary;

import io.provincelink.record.observation.ObservationView;
import java.util.List;

/**
 * The exchanges that the caller may see, counted.
 *
 * @param groupBy by what it is divided, in the order asked for, which is that of the rows too
 * @param overlapping whether an exchange may be in several rows, those of its fields; the rows do not add up to the total then
 * @param truncated whether there are more rows than shown
 * @param total each exchange once
 * @param observations what was published about the same parties, each with its own period; never a part of the counts
 */
public record ExchangeSummary(
        List<String> groupBy,
        boolean overlapping,
        List<ExchangeSummaryRow> rows,
        boolean truncated,
        ExchangeCount total,
        List<ObservationView> observations) {}
