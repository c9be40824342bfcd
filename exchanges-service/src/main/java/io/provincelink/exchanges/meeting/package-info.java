/** Meetings: talks, conferences, forums and trainings, on site or online, with what came out of them. */
@NullMarked
package io.provincelink.exchanges.meeting;

import org.jspecify.annotations.NullMarked;
