package io.provincelink.agreements.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Body;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The decision by which an authority let the project begin. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssistanceApproval")
public record ProjectApproval(
        @NotBlank @Size(max = 100) String number,
        @Nullable LocalDate on,
        @Nullable @Valid Body body) {}
