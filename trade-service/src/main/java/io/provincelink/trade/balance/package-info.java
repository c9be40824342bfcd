/** What regions report of their trade, in the newest months and in twelve of them; composed with the other services' parts in the gateway. */
@NullMarked
package io.provincelink.trade.balance;

import org.jspecify.annotations.NullMarked;
