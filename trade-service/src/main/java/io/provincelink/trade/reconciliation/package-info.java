/** What two sides report of the same goods, compared; see docs/reconciliation.md. */
@NullMarked
package io.provincelink.trade.reconciliation;

import org.jspecify.annotations.NullMarked;
