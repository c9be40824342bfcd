package io.provincelink.kit.words;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Who acts for a party: a people's committee, a party committee, a union of friendship organisations. A national body has the country as its region. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Body(
        @NotNull @RegionCode String region,
        @NotNull @Valid Text name,
        @NotNull Channel channel) {}
