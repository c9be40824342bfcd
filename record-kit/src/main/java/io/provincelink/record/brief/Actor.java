package io.provincelink.record.brief;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who does it.
 *
 * @param region the unit, where it is one
 * @param name the body that acts for the unit, or an organisation; absent where none is named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actor(@Nullable String region, @Nullable Text name) {

    public static Actor of(Party party) {
        return new Actor(
                party.region(), party.body() == null ? null : party.body().name());
    }

    public static List<Actor> of(List<Party> parties) {
        return parties.stream().map(Actor::of).toList();
    }

    /** Units of which no body is known. */
    public static List<Actor> units(List<String> regions) {
        return regions.stream().map(region -> new Actor(region, null)).toList();
    }
}
