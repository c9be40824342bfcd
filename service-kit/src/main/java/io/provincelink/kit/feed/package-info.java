/** What a feed of changes is asked for, at a service and at the door alike. */
@NullMarked
package io.provincelink.kit.feed;

import org.jspecify.annotations.NullMarked;
