package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Text;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A site with what the clocks there show when the meeting begins and ends; nothing where only a day is known, or not in which zone the
 * site lies.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteView(
        @Nullable String region,
        @Nullable Text place,
        @Nullable String borderMarker,
        @Nullable String zone,

        @Nullable @JsonFormat(pattern = MINUTE) @Schema(implementation = String.class, examples = "2021-05-26T10:00")
        LocalDateTime localStart,

        @Nullable @JsonFormat(pattern = MINUTE) @Schema(implementation = String.class, examples = "2021-05-26T12:00")
        LocalDateTime localEnd) {

    private static final String MINUTE = "uuuu-MM-dd'T'HH:mm";

    static List<SiteView> of(MeetingTerms terms) {
        return terms.sites().stream()
                .map(site -> new SiteView(
                        site.region(),
                        site.place(),
                        site.borderMarker(),
                        site.zone(),
                        site.at(terms.start()),
                        site.at(terms.end())))
                .toList();
    }
}
