/** The changes of all services as one feed under one cursor, and the waiting for what comes next. */
@NullMarked
package io.provincelink.gateway.feed;

import org.jspecify.annotations.NullMarked;
