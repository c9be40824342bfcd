create table poverty_list (
    id uuid primary key,
    version bigint not null,
    owner text not null,
    parties varchar[] not null,
    anchor date not null,
    within varchar[] not null,
    visibility text not null,
    readers varchar[] not null,
    consents varchar[] not null,
    external_ids jsonb not null,
    external_keys varchar[] not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    kind text not null,
    country text not null,
    since date,
    until date,
    units varchar[] not null,
    terms jsonb not null
);

-- GET /poverty-lists by a unit that stood on them, by a partner's key.
create index poverty_list_units on poverty_list using gin (units);
create index poverty_list_external_keys on poverty_list using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index poverty_list_readers on poverty_list using gin (readers);
