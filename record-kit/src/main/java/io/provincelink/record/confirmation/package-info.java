/** What each party says to a matter of both: its word on a goal, an assessment, an outcome, and how the parties stand to it. */
@NullMarked
package io.provincelink.record.confirmation;

import org.jspecify.annotations.NullMarked;
