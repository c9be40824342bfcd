package io.provincelink.trade.load;

import io.provincelink.kit.time.Today;
import io.provincelink.trade.load.merge.Staging;
import jakarta.inject.Singleton;

/** Where what belongs to a load is kept. */
@Singleton
record Stores(TradeLoads loads, LoadErrors errors, Staging staging, LoadLog log, Today today) {}
