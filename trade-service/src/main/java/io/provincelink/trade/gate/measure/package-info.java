/** What a side does at a gate over time, and whether the gate is open on a day. */
@NullMarked
package io.provincelink.trade.gate.measure;

import org.jspecify.annotations.NullMarked;
