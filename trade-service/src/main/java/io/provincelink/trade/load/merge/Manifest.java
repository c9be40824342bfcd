package io.provincelink.trade.load.merge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What was seen of the rows of a file while they arrived, so that nothing need be searched for that is not there.
 *
 * @param reporter number of the one reporter
 * @param periods first months of the rows, each once, as yyyymm in ascending order
 * @param partners numbers of the partners
 * @param currencies in the order in which {@link PackedKey} numbers them
 * @param inOrder whether each key is greater than the one before it; then none stands twice either
 * @param ranges whether a row covers more than one month
 * @param nestedCodes whether there are HS codes of different lengths
 * @param nestedGates whether some rows name a gate and others none
 */
// a load that waits may have been received by an instance of another release
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        short reporter,
        List<Integer> periods,
        List<Short> partners,
        List<String> currencies,
        boolean inOrder,
        boolean ranges,
        boolean nestedCodes,
        boolean nestedGates) {

    /** The years of its rows. */
    List<Integer> years() {
        return periods.stream().map(period -> period / 100).distinct().toList();
    }
}
