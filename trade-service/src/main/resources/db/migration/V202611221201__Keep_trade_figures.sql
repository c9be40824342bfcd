-- Narrow rows without JSON, since there will be many millions: the words of the API stand as their place in the list.
create table trade_figure (
    id uuid primary key,
    -- in units of the currency's last decimal
    value bigint not null check (value >= 0),
    net_grams bigint check (net_grams >= 0),
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null,
    -- first month as yyyymm, and how many months of that year the figure covers
    period integer not null,
    months smallint not null check (months between 1 and 12 and period % 100 + months <= 13),
    flow smallint not null,
    -- 0 where no gate is named
    gate smallint not null,
    regime smallint not null,
    status smallint not null,
    attribution smallint not null,
    valuation smallint not null,
    hs_edition smallint,
    reporter varchar(16) not null,
    partner varchar(16) not null,
    hs varchar(6) not null,
    currency varchar(3) not null
);

-- The key of a figure, and the order of GET /trade-figures.
create unique index trade_figure_key
    on trade_figure (period, reporter, partner, flow, gate, regime, hs, currency, months);
-- Sums and lists of one pair.
create index trade_figure_pair on trade_figure (reporter, partner, period);

-- What a revision replaced, and how long it was what one knew.
create table trade_figure_superseded (
    figure uuid not null,
    version integer not null,
    value bigint not null,
    net_grams bigint,
    status smallint not null,
    attribution smallint not null,
    valuation smallint not null,
    since timestamptz not null,
    until timestamptz not null,
    by_region text not null,
    by_body text,
    primary key (figure, version)
);
