package io.provincelink.trade.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.trade.statistic.FigureStatus;
import io.provincelink.trade.traffic.Direction;
import io.provincelink.trade.traffic.TrafficKind;
import org.junit.jupiter.api.Test;

/** The tables keep these words by their place: a word in the middle would change what stored rows say. */
class PlacesTest {

    @Test
    void words_keep_their_places() {
        assertThat(Flow.values()).startsWith(Flow.EXPORT, Flow.IMPORT);
        assertThat(Regime.values()).startsWith(Regime.NORMAL, Regime.BORDER_RESIDENT, Regime.TEMPORARY, Regime.TRANSIT);
        assertThat(Attribution.values())
                .startsWith(Attribution.ORIGIN_DESTINATION, Attribution.ENTERPRISE, Attribution.GATE);
        assertThat(Valuation.values()).startsWith(Valuation.FOB, Valuation.CIF);
        assertThat(FigureStatus.values())
                .startsWith(FigureStatus.PROVISIONAL, FigureStatus.FINAL, FigureStatus.ESTIMATED);
        assertThat(TrafficKind.values())
                .startsWith(
                        TrafficKind.VEHICLE_PERMITS, TrafficKind.PASSENGER_CROSSINGS, TrafficKind.LABOUR_PLACEMENTS);
        assertThat(Direction.values()).startsWith(Direction.OUT, Direction.IN, Direction.BOTH);
    }
}
