create table programme (
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
    kind text not null,
    title jsonb not null,
    period_from date not null,
    period_to date not null,
    fields varchar[] not null,
    goals jsonb not null,
    milestones jsonb not null,
    terms jsonb not null,
    assessment jsonb
);

-- GET /programmes by parties, by a partner's key.
create index programme_within on programme using gin (within);
create index programme_external_keys on programme using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index programme_readers on programme using gin (readers);
