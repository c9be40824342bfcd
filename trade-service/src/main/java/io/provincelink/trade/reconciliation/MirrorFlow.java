package io.provincelink.trade.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import java.util.List;

/**
 * Goods that went from one side to the other: what the one reports as exports, and the other as imports.
 *
 * @param total of all months, gates and chapters together, where differences of both signs cancel out
 * @param grossGap the gaps of all groups together without their signs, which do not
 * @param groups those with the largest gap first
 * @param furtherGroups how many are not shown
 * @param furtherGap the gaps of these together without their signs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MirrorFlow(
        MirrorSide exporter,
        MirrorSide importer,
        Comparison total,
        Figure grossGap,
        List<Contribution> groups,
        int furtherGroups,
        Figure furtherGap,
        List<Remark> remarks) {}
