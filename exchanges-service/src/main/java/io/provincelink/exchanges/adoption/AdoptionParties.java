package io.provincelink.exchanges.adoption;

import io.provincelink.exchanges.practice.Practice;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.region.Region;
import java.util.List;
import java.util.stream.Stream;

/** Who is concerned by an adoption. */
final class AdoptionParties {

    private AdoptionParties() {}

    /** The adopter first, whose record it is. */
    static List<String> of(String adopter, List<String> offering) {
        return Stream.concat(Stream.of(adopter), offering.stream()).distinct().toList();
    }

    /**
     * Who stands for the unit that offers the practice on the anchor day of an adoption, which may be long after it was closed. Nobody
     * where nobody is recorded to have taken its place.
     */
    static List<String> offering(Practice practice, Anchor anchor) {
        Region unit = anchor.regions()
                .on(practice.region(), practice.anchor())
                .orElseThrow(() -> new IllegalStateException(practice.region() + " on " + practice.anchor()));
        List<String> now = anchor.regions().current(unit, anchor.day()).stream()
                .map(Region::code)
                .toList();
        // before the unit began another one may have had its code
        return now.isEmpty()
                ? anchor.regions().on(practice.region(), anchor.day()).map(Region::code).stream()
                        .toList()
                : now;
    }

    /** Those of the parties that there are on another day. */
    static List<String> still(List<String> parties, Anchor anchor) {
        return parties.stream()
                .filter(party -> anchor.regions().on(party, anchor.day()).isPresent())
                .toList();
    }
}
