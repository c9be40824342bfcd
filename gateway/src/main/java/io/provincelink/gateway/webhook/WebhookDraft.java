package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.gateway.destination.Target;
import io.provincelink.gateway.destination.TargetRefused;
import io.provincelink.gateway.feed.RecordType;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which changes somebody wants to be sent, and where to.
 *
 * @param types of records; none for all
 * @param region records of the unit, of units inside it and of those that it succeeded; null for all that the unit may see
 * @param active false while nothing is to be sent; what happens meanwhile is sent afterwards
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookDraft(
        @NotNull @Size(max = 2000) @Schema(examples = "https://partner.example/hooks")
        String url,

        @Nullable
        @Size(max = 50)
        @Schema(
                type = SchemaType.ARRAY,
                implementation = RecordType.class,
                examples = "[\"PROGRAMME\", \"DELEGATION\"]")
        List<@NotNull String> types,

        @Nullable @Schema(examples = "VN.02", maxLength = 15)
        String region,

        @Nullable @Valid Text description,

        @Nullable Boolean active)
        implements Draft {

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new LocalDate[0];
    }

    @Override
    public List<Fault> faults(Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < names().size(); i++) {
            String name = names().get(i);
            if (name != null && RecordType.named(name).isEmpty()) {
                faults.add(Fault.at("/types/" + i, "unknown-value", known()));
            }
        }
        if (region != null && anchor.regions().history(region).isEmpty()) {
            faults.add(Fault.at(
                    "/region",
                    "unknown-region",
                    String.join(", ", anchor.regions().nearest(region, 3))));
        }
        if (url != null) {
            try {
                Target.of(url);
            } catch (TargetRefused refused) {
                faults.add(refused.at("/url"));
            }
        }
        return faults;
    }

    private static String known() {
        return Arrays.stream(RecordType.values()).map(RecordType::name).collect(Collectors.joining(", "));
    }

    private List<String> names() {
        return types == null ? List.of() : types;
    }

    /** The types that are wanted; none for all. */
    List<RecordType> wanted() {
        return names().stream()
                .flatMap(name -> RecordType.named(name).stream())
                .distinct()
                .toList();
    }

    boolean isActive() {
        return !Boolean.FALSE.equals(active);
    }
}
