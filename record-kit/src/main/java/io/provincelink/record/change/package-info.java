/** The one log of every write, in commit order; history, feed and webhooks read nothing else. */
@NullMarked
package io.provincelink.record.change;

import org.jspecify.annotations.NullMarked;
