/** Delegations in both directions, from the proposal through the other side's answer to the report. */
@NullMarked
package io.provincelink.exchanges.delegation;

import org.jspecify.annotations.NullMarked;
