package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.trade.traffic.TrafficKind;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/** Of which permits is asked how many were used. */
public class VehiclePermitUseQuery extends TrafficFilters implements CheckedQuery {

    TrafficQuestion question(ParameterReader parameters, Function<String, Short> gates) {
        Asked asked = asked(parameters, gates);
        parameters.requireNoFaults();
        var kinds = EnumSet.of(
                TrafficKind.VEHICLE_PERMIT_QUOTA, TrafficKind.VEHICLE_PERMITS, TrafficKind.VEHICLE_PERMITS_USED);
        return new TrafficQuestion(asked, kinds, List.of(TrafficGrouping.YEAR));
    }

    @Override
    public void check(ParameterReader parameters) {
        question(parameters, code -> (short) 0);
    }
}
