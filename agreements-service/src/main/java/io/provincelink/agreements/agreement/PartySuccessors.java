package io.provincelink.agreements.agreement;

import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who stands for a party whose unit was closed.
 *
 * @param party the party as it signed
 * @param to who acts for it now
 * @param on since when
 * @param decided whether somebody recorded it by SUCCEED, or the list of regions says so
 */
public record PartySuccessors(String party, List<String> to, LocalDate on, SuccessionBasis decided) {

    /** Where it is written who took over. */
    public enum SuccessionBasis {
        RECORDED,
        BY_LIST
    }

    /** Of each party whose unit was closed before the day, where it is known who took over. */
    static List<PartySuccessors> of(Agreement agreement, LocalDate day, Regions regions) {
        List<PartySuccessors> all = new ArrayList<>();
        for (String party : agreement.parties()) {
            closed(agreement, party, day, regions)
                    .flatMap(unit -> successors(agreement, unit, day, regions))
                    .ifPresent(all::add);
        }
        return all;
    }

    /** Parties whose unit was closed before the day, and nobody has said who took over. */
    static List<String> undecided(Agreement agreement, LocalDate day, Regions regions) {
        return agreement.parties().stream()
                .filter(party -> closed(agreement, party, day, regions)
                        .filter(unit ->
                                successors(agreement, unit, day, regions).isEmpty())
                        .isPresent())
                .toList();
    }

    private static Optional<Region> closed(Agreement agreement, String party, LocalDate day, Regions regions) {
        return regions.on(party, agreement.anchor())
                .filter(unit -> unit.validTo() != null && unit.validTo().isBefore(day));
    }

    private static Optional<PartySuccessors> successors(
            Agreement agreement, Region closed, LocalDate day, Regions regions) {
        return agreement
                .handedOver(closed.code(), day)
                .map(action -> new PartySuccessors(closed.code(), action.to(), action.on(), SuccessionBasis.RECORDED))
                .or(() -> byList(closed, day, regions));
    }

    private static Optional<PartySuccessors> byList(Region closed, LocalDate day, Regions regions) {
        LocalDate lastDay = closed.validTo();
        if (lastDay == null || closed.successors().isEmpty()) {
            return Optional.empty();
        }
        List<String> now =
                regions.current(closed, day).stream().map(Region::code).toList();
        return Optional.of(new PartySuccessors(closed.code(), now, lastDay.plusDays(1), SuccessionBasis.BY_LIST));
    }
}
