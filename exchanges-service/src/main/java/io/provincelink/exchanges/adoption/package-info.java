/** Who takes up what others offer, and what came of it. */
@NullMarked
package io.provincelink.exchanges.adoption;

import org.jspecify.annotations.NullMarked;
