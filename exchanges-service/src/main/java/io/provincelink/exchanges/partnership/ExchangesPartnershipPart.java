package io.provincelink.exchanges.partnership;

import io.provincelink.exchanges.delegation.DelegationStatus;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Selection;
import io.provincelink.record.brief.Warning;
import java.util.List;

/**
 * Talks and visits of the parties.
 *
 * @param upcoming meetings that are set for today or a later day, the next first
 * @param last meetings that were held, the latest first
 */
public record ExchangesPartnershipPart(
        Selection mechanisms,
        List<Brief> upcoming,
        List<Brief> last,
        List<Travelled> delegations,
        List<Warning> warnings) {

    /** Delegations from one party, or a unit inside it, to another. */
    public record Travelled(String sending, String receiving, DelegationStatus status, long delegations, long people) {}
}
