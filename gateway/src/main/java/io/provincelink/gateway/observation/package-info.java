/** What became of each request: seen once, at its end, and told to whoever counts or keeps it. */
@NullMarked
package io.provincelink.gateway.observation;

import org.jspecify.annotations.NullMarked;
