package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A place where a meeting is held; one that is held online has several.
 *
 * @param borderMarker number of the border marker, for field talks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Site(
        @Nullable @RegionCode String region,
        @Nullable @Valid Text place,
        @Nullable @Size(max = 40) String borderMarker) {}
