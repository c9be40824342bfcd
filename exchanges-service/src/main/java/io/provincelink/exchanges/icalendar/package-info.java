/** The form of a calendar (RFC 5545): its lines, events and time zones; it knows no record. */
@NullMarked
package io.provincelink.exchanges.icalendar;

import org.jspecify.annotations.NullMarked;
