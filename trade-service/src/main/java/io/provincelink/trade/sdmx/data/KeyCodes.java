package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.caller.Caller;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.HsNumber;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.TraderNumbers;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.sdmx.structure.CodeSet;
import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.statistic.Place;
import jakarta.inject.Singleton;
import java.util.Locale;

/** The codes for what the tables keep as numbers. */
@Singleton
class KeyCodes {

    private final TraderNumbers traders;
    private final Gates gates;

    KeyCodes(TraderNumbers traders, Gates gates) {
        this.traders = traders;
        this.gates = gates;
    }

    String unit(Caller caller, int number) {
        return unit(traders.code(caller, (short) number));
    }

    static String unit(String code) {
        return code.replace('.', Sieve.DOT);
    }

    String gate(Caller caller, int number) {
        if (number == Sieve.ALL_GATES) {
            return CodeSet.TOTAL;
        }
        String code = gates.code(caller, (short) number);
        return code == null ? CodeSet.NOT_ALLOCATED : code;
    }

    static String flow(int place) {
        return Place.read(Flow.class, place).name();
    }

    static String regime(int place) {
        return Place.read(Regime.class, place).name();
    }

    static String attribution(int place) {
        return Place.read(Attribution.class, place).name();
    }

    static String valuation(int place) {
        return Place.read(Valuation.class, place).name();
    }

    static String hs(int number) {
        return HsNumber.code(number);
    }

    static String chapter(int number) {
        return number == Sieve.ALL_CHAPTERS ? CodeSet.TOTAL : String.format(Locale.ROOT, "%02d", number);
    }

    /** As the standard's own list has it. */
    static String status(int place) {
        return switch (Place.read(FigureStatus.class, place)) {
            case PROVISIONAL -> "P";
            case FINAL -> "A";
            case ESTIMATED -> "E";
        };
    }
}
