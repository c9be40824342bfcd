-- Millions of rows: numbers only but for the currency, widest first so that nothing is lost to alignment, and none ever null. The id of
-- a figure is made of its key, so it takes no column and no index.
alter table trade_figure rename to trade_figure_before;
alter table trade_figure_superseded rename to trade_figure_superseded_before;
drop index trade_figure_key, trade_figure_pair;

create table trade_figure (
    -- in units of the currency's last decimal
    value bigint not null check (value >= 0),
    -- -1 where no weight is reported
    net_grams bigint not null check (net_grams >= -1),
    -- first month as yyyymm, and how many months of that year the figure covers
    period integer not null,
    -- the code's digits filled up with zeros to six, then their number: 08 is 800002, 080810 is 808106. Codes of one chapter, heading or
    -- subheading stand together, and chapter = hs / 100000
    hs integer not null,
    -- the revision that reported these values
    revision integer not null,
    reporter smallint not null,
    partner smallint not null,
    flow smallint not null,
    -- 0 where no gate is named
    gate smallint not null,
    regime smallint not null,
    months smallint not null check (months between 1 and 12 and period % 100 + months <= 13),
    status smallint not null,
    attribution smallint not null,
    valuation smallint not null,
    -- 0 where none is named
    hs_edition smallint not null,
    currency varchar(3) collate "C" not null
) partition by range (period);

-- What a revision replaced or withdrew, apart from what holds, which is read much more often. Reads of the past scan it.
create table trade_figure_superseded (
    like trade_figure,
    -- the revision that ended it
    until_revision integer not null
) partition by range (period);

-- A partition for each year, and one for all before and after; with a default partition lists could not follow the key through them one
-- after the other.
do $$
declare
    part record;
begin
    for part in
        select year::text as name, year * 100 as first, year * 100 + 100 as next from generate_series(2000, 2040) year
        union all select 'earlier', 190000, 200000
        union all select 'later', 204100, 210000
    loop
        -- half of each page stays free, so that the revision of whole months finds room where the figures are and touches no index
        execute format('create table trade_figure_%s partition of trade_figure for values from (%s) to (%s)'
            ' with (fillfactor = 50)', part.name, part.first, part.next);
        execute format('create table trade_figure_superseded_%s partition of trade_figure_superseded'
            ' for values from (%s) to (%s)', part.name, part.first, part.next);
    end loop;
end $$;

-- What was there moves in: each moment at which a figure changed is a revision.
create temporary table told on commit drop as
select row_number() over (order by at, figure) as number, figure, at, max(by_region) as by_region, max(by_body) as by_body
  from (select figure, until as at, by_region, by_body from trade_figure_superseded_before
        union all
        select s.figure, s.since, f.reporter, null
          from trade_figure_superseded_before s join trade_figure_before f on f.id = s.figure where s.version = 0
        union all
        select id, updated_at, reporter, null from trade_figure_before where version = 0) written
 group by figure, at;

insert into trade_revision (number, at, by_region, by_body)
overriding system value select number, at, by_region, by_body from told;
select setval(pg_get_serial_sequence('trade_revision', 'number'), (select max(number) from told))
 where exists (select from told);

insert into trade_figure
select f.value, coalesce(f.net_grams, -1), f.period, rpad(f.hs, 6, '0')::integer * 10 + length(f.hs), t.number,
       r.number, p.number, f.flow, f.gate, f.regime, f.months, f.status, f.attribution, f.valuation,
       coalesce(f.hs_edition, 0), f.currency
  from trade_figure_before f
  join trader r on r.code = f.reporter
  join trader p on p.code = f.partner
  join lateral (select max(number) as number from told where figure = f.id) t on true;

insert into trade_figure_superseded
select s.value, coalesce(s.net_grams, -1), f.period, rpad(f.hs, 6, '0')::integer * 10 + length(f.hs), since.number,
       r.number, p.number, f.flow, f.gate, f.regime, f.months, s.status, s.attribution, s.valuation,
       coalesce(f.hs_edition, 0), f.currency, until.number
  from trade_figure_superseded_before s
  join trade_figure_before f on f.id = s.figure
  join trader r on r.code = f.reporter
  join trader p on p.code = f.partner
  join told since on since.figure = s.figure and since.at = s.since
  join told until on until.figure = s.figure and until.at = s.until;

drop table trade_figure_superseded_before;
drop table trade_figure_before;

-- The key of a figure, and the order of GET /trade-figures.
create unique index trade_figure_key
    on trade_figure (period, reporter, partner, flow, gate, regime, hs, months, currency);
