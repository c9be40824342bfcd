/** The calendar: due sessions, meetings and delegations as a calendar program subscribes to them. */
@NullMarked
package io.provincelink.exchanges.calendar;

import org.jspecify.annotations.NullMarked;
