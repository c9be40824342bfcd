/** Work in the database ends when nobody waits for its result any more. */
@NullMarked
package io.provincelink.record.deadline;

import org.jspecify.annotations.NullMarked;
