package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who took part: a person in public office whom the source names, or a group.
 *
 * @param party for which party
 * @param count how many, for a group
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Participant(
        @Nullable @RegionCode String party,
        @Nullable @Valid Text name,
        @Nullable @Valid Text role,
        @Nullable @Valid Figure count) {

    /** @param parties of the meeting */
    List<Fault> faults(List<String> parties) {
        List<Fault> faults = new ArrayList<>();
        if (party == null && name == null && role == null && count == null) {
            faults.add(Fault.at("/name", "required"));
        }
        if (party != null && !parties.contains(party)) {
            faults.add(Fault.at("/party", "not-a-party", String.join(", ", parties)));
        }
        if (count != null && count.value() != null && count.value().signum() < 0) {
            faults.add(Fault.at("/count/value", "negative"));
        }
        return faults;
    }
}
