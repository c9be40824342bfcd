package io.provincelink.exchanges.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who travels. Personal data: it stays in its own table and with the side that wrote it. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(
        @NotBlank @Size(max = 200) @Column(nullable = false) String name,

        @Nullable @Size(max = 200) String position) {}
