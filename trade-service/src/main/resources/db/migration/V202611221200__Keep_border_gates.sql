create table gate (
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
    code text not null unique,
    -- what millions of figures name the gate by; 0 stands for none there
    number smallint not null unique generated always as identity,
    kind text not null,
    since text,
    sides jsonb not null,
    note jsonb,
    source jsonb
);

-- GET /gates by region, by a partner's key.
create index gate_within on gate using gin (within);
create index gate_external_keys on gate using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index gate_readers on gate using gin (readers);
