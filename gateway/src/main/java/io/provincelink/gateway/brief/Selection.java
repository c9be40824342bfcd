package io.provincelink.gateway.brief;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Up to twenty records of one type, those that were recorded last first.
 *
 * @param more whether there are more, which the list of the type has
 */
@Schema(name = "RecordSelection")
public record Selection(List<Brief> items, boolean more) {

    public Selection {
        Given.list(items);
    }
}
