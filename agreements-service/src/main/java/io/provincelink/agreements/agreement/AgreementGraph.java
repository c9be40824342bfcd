package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.life.AgreementStatus;
import io.provincelink.kit.words.Text;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement rests on and what rests on it, as far as the reader may see; what the reader may not see is not there, and neither is
 * what only it leads to.
 *
 * @param complete false where there was more than one answer shows
 */
public record AgreementGraph(List<GraphNode> nodes, List<GraphEdge> edges, boolean complete) {

    /**
     * A record of the graph.
     *
     * @param step 0 is the agreement itself, 1 what it rests on, 2 what that rests on; -1 what rests on it
     * @param number of a legal act
     * @param status of an agreement, today
     * @param valid of a legal act, today, where it is known
     */
    @Schema(name = "AgreementGraphNode")
    public record GraphNode(
            UUID id,
            GraphNodeType type,
            String code,
            Text title,
            int step,
            @Nullable String number,
            @Nullable AgreementStatus status,
            @Nullable Boolean valid) {}

    /** What a node is. */
    @Schema(name = "AgreementGraphNodeType")
    public enum GraphNodeType {
        AGREEMENT,
        LEGAL_ACT
    }

    /** One record rests on the other. */
    @Schema(name = "AgreementGraphEdge")
    public record GraphEdge(UUID from, UUID restsOn) {}
}
