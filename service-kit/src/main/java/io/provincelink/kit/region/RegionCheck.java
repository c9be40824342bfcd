package io.provincelink.kit.region;

import java.util.List;

/** What a code means on the anchor day of a record. Only {@link Valid} may be stored. */
public sealed interface RegionCheck {

    /** The code names this unit on that day. */
    record Valid(Region unit) implements RegionCheck {}

    /**
     * The unit was closed before that day.
     *
     * @param successors the recorded ones; empty where none is recorded, which says nothing about who took over
     * @param areaNowIn only where an abolished district has no successor: the unit that stands for its province on that
     *     day. The area lies in it, but it is not the district's successor.
     */
    record Closed(Region unit, List<Region> successors, List<Region> areaNowIn) implements RegionCheck {

        public Closed {
            successors = List.copyOf(successors);
            areaNowIn = List.copyOf(areaNowIn);
        }

        public Closed(Region unit, List<Region> successors) {
            this(unit, successors, List.of());
        }
    }

    /** The code is first given to a unit that begins after that day. */
    record NotYet(Region firstLater) implements RegionCheck {}

    /**
     * No unit of any time has the code.
     *
     * @param nearest codes that look like it, best first; may be empty
     */
    record Unknown(List<String> nearest) implements RegionCheck {

        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }
}
