create table traffic_figure (
    id uuid primary key,
    amount bigint not null check (amount >= 0),
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null,
    -- month as yyyymm
    period integer not null,
    kind smallint not null,
    -- 0 where no gate is named
    gate smallint not null,
    direction smallint not null,
    status smallint not null,
    reporter varchar(16) not null,
    -- empty where none is named
    partner varchar(16) not null,
    region varchar(16) not null
);

-- The key of a figure, and the order of GET /traffic-figures.
create unique index traffic_figure_key
    on traffic_figure (period, kind, reporter, partner, gate, region, direction);
-- Sums and lists of one reporter.
create index traffic_figure_reporter on traffic_figure (reporter, period);

create table traffic_figure_superseded (
    figure uuid not null,
    version integer not null,
    amount bigint not null,
    status smallint not null,
    since timestamptz not null,
    until timestamptz not null,
    by_region text not null,
    by_body text,
    primary key (figure, version)
);
