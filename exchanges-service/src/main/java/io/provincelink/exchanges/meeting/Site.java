package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.ReadBack;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place where a meeting is held; one that is held online has several.
 *
 * @param borderMarker number of the border marker, for field talks
 * @param zone IANA name of the time there; unless given, that of the region's country where it has one for all of its land
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ReadBack({"localStart", "localEnd"})
public record Site(
        @Nullable @RegionCode String region,
        @Nullable @Valid Text place,
        @Nullable @Size(max = 40) String borderMarker,

        @Nullable @Size(max = 60) @Schema(examples = "Asia/Shanghai")
        String zone) {

    private static final Map<String, String> ZONES = Map.of("VN", "Asia/Ho_Chi_Minh", "CN", "Asia/Shanghai");

    List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>(anchor.check("/region", region));
        if (region == null && place == null && borderMarker == null) {
            faults.add(Fault.at("/place", "required"));
        }
        if (zone != null && !MeetingTime.isZone(zone)) {
            faults.add(Fault.at("/zone", "wrong-format", "Asia/Shanghai"));
        }
        return faults;
    }

    /** What the clocks on the wall show there then; null where that cannot be told. */
    @Nullable
    LocalDateTime at(@Nullable MeetingTime time) {
        String there = zone != null || region == null ? zone : ZONES.get(region.split("\\.", 2)[0]);
        return time == null || there == null ? null : time.in(there);
    }
}
