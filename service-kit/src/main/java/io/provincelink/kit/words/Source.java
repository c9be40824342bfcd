package io.provincelink.kit.words;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who said it: every published figure names one.
 *
 * @param via whom the publisher cites
 * @param url an http(s) address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(
        @NotNull @Valid Text title,
        @NotBlank @Size(max = 300) String publisher,
        @Nullable LocalDate publishedOn,
        @Nullable @Size(max = 300) String via,

        @Nullable @Size(max = 2000) @Pattern(regexp = "^https?://\\S+$", message = "{provincelink.url}")
        String url,

        @Nullable @Valid Text note) {}
