package io.provincelink.trade.balance;

import java.util.List;

/** Balances of each side that reports anything. */
public record TradeBalancePart(List<TradeBalance> trade) {}
