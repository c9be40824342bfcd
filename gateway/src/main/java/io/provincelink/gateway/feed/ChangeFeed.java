package io.provincelink.gateway.feed;

import java.util.List;

/**
 * A stretch of the feed of all services: by time, and what happened in one service in the order of its commits.
 *
 * @param nextCursor for {@code after}: the place of the last of the items; where there are none, the place that was asked from
 * @param unavailable services that did not answer; what happened there comes later, behind the same cursor
 */
public record ChangeFeed(List<ChangeItem> items, String nextCursor, List<String> unavailable) {}
