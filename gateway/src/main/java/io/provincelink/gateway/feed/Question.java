package io.provincelink.gateway.feed;

import io.provincelink.gateway.upstream.Upstream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who follows the feed wants to know.
 *
 * @param patience how long to wait where nothing has happened yet
 */
public record Question(Places after, Filter filter, int limit, Duration patience) {

    /**
     * Which changes.
     *
     * @param types empty for all
     * @param regions codes with commas between them, null for all
     * @param withRecords whether each change comes with the record as that version was
     */
    public record Filter(List<RecordType> types, @Nullable String regions, boolean withRecords) {}

    /** The services that keep anything of what is asked for. */
    Set<Upstream> services() {
        return after.services().stream()
                .filter(service ->
                        filter.types.isEmpty() || filter.types.stream().anyMatch(type -> type.isKeptBy(service)))
                .collect(Collectors.toSet());
    }

    /** The question to one service, for this many changes. */
    String to(Upstream service, int most) {
        StringBuilder address = new StringBuilder("/api/v1/changes?limit=").append(most);
        after.each().getOrDefault(service, Optional.empty()).ifPresent(cursor -> add(address, "after", cursor));
        if (!filter.types.isEmpty()) {
            add(
                    address,
                    "types",
                    filter.types.stream()
                            .filter(type -> type.isKeptBy(service))
                            .map(RecordType::name)
                            .collect(Collectors.joining(",")));
        }
        if (filter.regions != null) {
            add(address, "region", filter.regions);
        }
        if (filter.withRecords) {
            add(address, "include", "record");
        }
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
