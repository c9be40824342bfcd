/** What a programme agreed and what came of it, composed out of the three services. */
@NullMarked
package io.provincelink.gateway.review;

import org.jspecify.annotations.NullMarked;
