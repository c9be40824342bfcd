package io.provincelink.record.observation;

import io.provincelink.kit.words.Period;
import java.util.ArrayList;
import java.util.List;

/** What recorded figures are counted for: everything that these parties, or units inside them, did together in these days. */
public record Cooperation(List<String> parties, Period period) {

    /** Whether there are two to do something together; what one party does alone, or with anybody else, is no part of a cooperation. */
    public boolean isTogether() {
        return parties.size() > 1;
    }

    /** The same with that party first, whose reports count where each side has its own. */
    public Cooperation seenBy(String party) {
        List<String> order = new ArrayList<>(parties);
        order.remove(party);
        order.add(0, party);
        return new Cooperation(order, period);
    }
}
