package io.provincelink.record.observation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Indicator;
import io.provincelink.kit.words.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The indicators of one service; each service has exactly one such bean. */
public interface IndicatorBook {

    /** In the order in which a review shows them. */
    List<Indicator> indicators();

    /** Counts all of them at once, in few queries; the key is the indicator's code. What the caller may not see is not counted. */
    Map<String, Recorded> count(Caller caller, Cooperation cooperation);

    default Optional<Indicator> find(String code) {
        return indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }
}
