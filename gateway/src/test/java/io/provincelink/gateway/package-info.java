/** The gateway in front of services that are made up for each test. */
@NullMarked
package io.provincelink.gateway;

import org.jspecify.annotations.NullMarked;
