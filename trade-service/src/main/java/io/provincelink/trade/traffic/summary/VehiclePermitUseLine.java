package io.provincelink.trade.traffic.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.trade.traffic.TrafficKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one year's vehicle permits, as one side reports it. What it has not reported is absent, and so is what would follow from
 * it.
 *
 * @param quota agreed for the year
 * @param issued of them
 * @param used by a vehicle that crossed
 * @param issuedShare issued, in percent of the quota
 * @param usedShare used, in percent of the quota
 * @param usedOfIssued used, in percent of those issued
 * @param left of the quota, not issued; negative where more were issued than agreed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VehiclePermitUseLine(
        int year,
        String reporter,
        @Nullable Figure quota,
        @Nullable Figure issued,
        @Nullable Figure used,
        @Nullable Figure issuedShare,
        @Nullable Figure usedShare,
        @Nullable Figure usedOfIssued,
        @Nullable Figure left) {

    private record Permits(int year, String reporter) {}

    /** @param lines of permits alone, divided by year */
    static List<VehiclePermitUseLine> of(List<TrafficSummaryLine> lines) {
        Map<Permits, Map<TrafficKind, Figure>> years = new LinkedHashMap<>();
        for (TrafficSummaryLine line : lines) {
            if (line.year() != null) {
                years.computeIfAbsent(new Permits(line.year(), line.reporter()), key -> new LinkedHashMap<>())
                        .put(line.kind(), line.figure());
            }
        }
        List<VehiclePermitUseLine> uses = new ArrayList<>();
        years.forEach((permits, figures) -> uses.add(of(
                permits,
                figures.get(TrafficKind.VEHICLE_PERMIT_QUOTA),
                figures.get(TrafficKind.VEHICLE_PERMITS),
                figures.get(TrafficKind.VEHICLE_PERMITS_USED))));
        return uses;
    }

    private static VehiclePermitUseLine of(
            Permits permits, @Nullable Figure quota, @Nullable Figure issued, @Nullable Figure used) {
        return new VehiclePermitUseLine(
                permits.year(),
                permits.reporter(),
                quota,
                issued,
                used,
                share(issued, quota),
                share(used, quota),
                share(used, issued),
                left(quota, issued));
    }

    private static @Nullable Figure share(@Nullable Figure part, @Nullable Figure whole) {
        return part == null || whole == null || whole.value().signum() == 0 ? null : part.percentOf(whole);
    }

    private static @Nullable Figure left(@Nullable Figure quota, @Nullable Figure issued) {
        if (quota == null || issued == null) {
            return null;
        }
        boolean exact = quota.qualifier() == Qualifier.EXACT && issued.qualifier() == Qualifier.EXACT;
        return new Figure(
                quota.value().subtract(issued.value()), exact ? Qualifier.EXACT : Qualifier.ABOUT, quota.unit(), null);
    }
}
