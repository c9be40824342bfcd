-- A file of trade figures on its way in. Its rows wait in a table of their own, trade_load_<id without hyphens>, which is made in the
-- transaction that received them and dropped in the one that ends the load.
create sequence trade_load_place;

create table trade_load (
    id uuid primary key,
    -- RUNNING, DONE, FAILED, CANCELLED
    status text not null,
    -- of a running load: RECEIVING, WAITING, MERGING
    phase text not null,
    -- why it failed, as the code of a text
    failure text,
    dry_run boolean not null,
    -- null until the first valid row has said it
    reporter text,
    -- keys of the units that may see it: the loader's side, then the reporter's
    readers varchar[] not null,
    by_region text not null,
    by_body text,
    by_roles varchar[] not null,
    bytes_expected bigint,
    bytes bigint not null,
    rows bigint not null,
    -- SHA-256 of the file
    digest text,
    -- what was seen of the rows while they arrived, see Manifest; null until then
    manifest jsonb,
    -- in which order the loads of one reporter were acknowledged, and so are merged
    place bigint,
    -- how far taking it over is
    percent smallint not null,
    added bigint,
    revised bigint,
    unchanged bigint,
    withdrawn bigint,
    errors bigint not null,
    -- null where nothing changed
    revision integer,
    attempts smallint not null,
    version bigint not null,
    started_at timestamptz not null,
    received_at timestamptz,
    finished_at timestamptz,
    -- when an instance last said that it is at work on it; by the database's clock, since any instance may judge it
    heard_of timestamptz not null default clock_timestamp()
);

-- The few that still run: what every instance asks for.
create index trade_load_running on trade_load (place) where status = 'RUNNING';

-- The first errors of a load.
create table trade_load_error (
    load uuid not null references trade_load on delete cascade,
    number integer not null,
    line bigint not null,
    column_name text,
    code text not null,
    -- of the code's text, as JSON
    arguments jsonb not null,
    value text,
    primary key (load, number)
);
