package io.provincelink.record.activity;

import io.provincelink.record.brief.Brief;
import java.util.List;

/**
 * What one service knows of what is being done.
 *
 * @param items newest id first, one more than asked for if there are more
 * @param works all that may overlap with each other, whatever the page
 * @param cut whether there is more of that than is compared
 */
public record ActivityPart(List<Brief> items, List<Work> works, boolean cut) {

    /**
     * Somebody's work in a place.
     *
     * @param worker tells whose work it is from others'
     * @param around codes of the units in which it is, and of all that these lie in
     */
    public record Work(Brief activity, String worker, List<String> around) {}
}
