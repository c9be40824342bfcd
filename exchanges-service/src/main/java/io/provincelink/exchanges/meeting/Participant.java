package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
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
        @Nullable @Valid Figure count) {}
