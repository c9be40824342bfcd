/** Who does what where, and where two do the same, composed out of the services. */
@NullMarked
package io.provincelink.gateway.activity;

import org.jspecify.annotations.NullMarked;
