/** Twin districts, communes, border posts, cities and provinces. */
@NullMarked
package io.provincelink.agreements.twinning;

import org.jspecify.annotations.NullMarked;
