package io.provincelink.exchanges.delegation;

import java.util.EnumSet;
import java.util.Set;

/** Where a delegation stands, and where it may go from there. */
public enum DelegationStatus {
    /** One side has written it, the other has not answered. */
    PROPOSED,
    ACCEPTED,
    DECLINED,
    UNDER_WAY,
    COMPLETED,
    CANCELLED;

    Set<DelegationStatus> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(ACCEPTED, DECLINED, CANCELLED);
            case ACCEPTED -> EnumSet.of(UNDER_WAY, CANCELLED);
            case UNDER_WAY -> EnumSet.of(COMPLETED, CANCELLED);
            case DECLINED, COMPLETED, CANCELLED -> EnumSet.noneOf(DelegationStatus.class);
        };
    }

    /** Whether nobody travels any more. */
    boolean isGivenUp() {
        return this == DECLINED || this == CANCELLED;
    }

    /**
     * Where it may go now.
     *
     * @param isSeen whether the other side sees it: else it cannot have answered
     * @param hasCome whether its first day has: nobody travels before
     */
    Set<DelegationStatus> next(boolean isSeen, boolean hasCome) {
        Set<DelegationStatus> next = next();
        next.removeIf(step -> step.isAnswer() && !isSeen || step.isOnTheWay() && !hasCome);
        return next;
    }

    /** Whether people have set out. */
    private boolean isOnTheWay() {
        return this == UNDER_WAY || this == COMPLETED;
    }

    /** Whether it is the other side's word on a proposal. */
    boolean isAnswer() {
        return this == ACCEPTED || this == DECLINED;
    }
}
