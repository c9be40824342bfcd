/** Private addresses of the calendar, for programs that cannot send a token: who knows one reads what its unit may see. */
@NullMarked
package io.provincelink.exchanges.calendarfeed;

import org.jspecify.annotations.NullMarked;
