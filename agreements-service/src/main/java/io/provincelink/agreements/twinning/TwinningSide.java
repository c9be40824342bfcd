package io.provincelink.agreements.twinning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of a twinning.
 *
 * @param regions the twinned units, empty where the source gives only their number
 * @param count how many they are, where the units are not named
 * @param name of what is no administrative unit, such as a border post
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TwinningSide(
        @NotNull @Pattern(regexp = "^[A-Z]{2}$") String country,
        @Nullable @Size(max = 200) List<@NotNull @RegionCode String> regions,
        @Nullable @Valid Figure count,
        @Nullable @Valid Text name) {

    public TwinningSide {
        regions = Objects.requireNonNullElse(regions, List.of());
    }

    /** How many units the side has: the published number, else those that are named. */
    Figure units() {
        return count != null ? count : Figure.exact(regions.size(), "region");
    }

    /** The greatest number of units that the published one leaves possible; null where it sets no bound. */
    @Nullable
    BigDecimal most() {
        if (count == null) {
            return null;
        }
        return switch (count.qualifier()) {
            case EXACT, UNDER -> count.value();
            case RANGE -> count.upper();
            case ABOUT, OVER -> null;
        };
    }
}
