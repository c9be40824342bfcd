-- Sums of trade figures, kept by whoever writes figures in the same transaction, so that a summary never reads the figures themselves.
-- One table for all grains:
--   0 month, gate, chapter   1 month, gate   2 month, chapter   3 year, gate, chapter   4 year, gate   5 year, chapter
-- A grain has every other dimension, so figures of different currency, attribution or valuation are never in one row.
create table trade_sum (
    value numeric(38) not null,
    -- of those figures that have a weight
    net_grams numeric(38) not null,
    grain smallint not null,
    -- yyyymm, or yyyy00 for a year
    period integer not null,
    -- how many figures are in it, and how many of them have a weight, are estimated, are provisional
    figures integer not null,
    weighed integer not null,
    estimated integer not null,
    provisional integer not null,
    reporter smallint not null,
    partner smallint not null,
    flow smallint not null,
    -- -1 in grains without gate; 0 where no gate is named
    gate smallint not null,
    regime smallint not null,
    -- 0 in grains without chapter
    chapter smallint not null,
    -- how many months a figure covers; 12 for a year
    months smallint not null,
    attribution smallint not null,
    valuation smallint not null,
    currency varchar(3) collate "C" not null,
    primary key (grain, reporter, period, partner, flow, gate, regime, chapter, months, attribution, valuation, currency)
);

insert into trade_sum
select sum(value), coalesce(sum(net_grams) filter (where net_grams >= 0), 0),
       grain, case when grain < 3 then period else period / 100 * 100 end,
       count(*), count(*) filter (where net_grams >= 0), count(*) filter (where status = 2),
       count(*) filter (where status = 0),
       reporter, partner, flow, case when grain in (2, 5) then -1 else gate end, regime,
       case when grain in (1, 4) then 0 else hs / 100000 end, case when grain < 3 then months else 12 end,
       attribution, valuation, currency
  from trade_figure, generate_series(0, 5) grain
 group by 3, 4, reporter, partner, flow, 12, regime, 14, 15, attribution, valuation, currency;
