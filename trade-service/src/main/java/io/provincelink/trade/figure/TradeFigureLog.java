package io.provincelink.trade.figure;

import io.provincelink.record.change.LoggedType;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Tells the change log that trade figures, which are no entities, are in it. */
class TradeFigureLog {

    @Produces
    @Dependent
    LoggedType type() {
        return new LoggedType(TradeFigure.class);
    }
}
