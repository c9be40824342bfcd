create table organisation (
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
    name jsonb not null,
    kind text not null,
    country text not null,
    registered_for varchar[] not null,
    registered_within varchar[] not null,
    terms jsonb not null
);

-- GET /organisations by a partner's key.
create index organisation_external_keys on organisation using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index organisation_readers on organisation using gin (readers);
-- GET /organisations by region: what is registered for it, a part of it or a unit around it.
create index organisation_registered_within on organisation using gin (registered_within);
create index organisation_registered_for on organisation using gin (registered_for);
