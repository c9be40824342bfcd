package io.provincelink.agreements.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The criteria by which a poverty programme or movement judges the units of one level.
 *
 * @param items empty where it is known that there are criteria, but not which
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LevelCriteria(
        @NotNull Level level,
        @NotNull @Valid Text title,
        @Nullable @Size(max = 200) List<@NotNull @Valid Text> items,
        @Nullable @Valid Text note,
        @Nullable @Valid Source source) {

    public LevelCriteria {
        items = Objects.requireNonNullElse(items, List.of());
    }

    /** Whose criteria they are. */
    @Schema(name = "CriteriaLevel")
    public enum Level {
        COMMUNE,
        DISTRICT,
        PROVINCE
    }
}
