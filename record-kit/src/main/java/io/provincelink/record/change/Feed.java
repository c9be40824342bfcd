package io.provincelink.record.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of the change log, in the order of the commits.
 *
 * @param nextCursor for {@code after}: the place of the last of the items; where there are none, the place that was asked from
 */
@Schema(name = "ChangeFeed")
public record Feed(List<ChangeItem> items, String nextCursor) {}
