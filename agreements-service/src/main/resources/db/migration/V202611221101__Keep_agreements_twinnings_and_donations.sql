create table agreement (
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
    level text not null,
    title jsonb not null,
    signed_on date,
    period_from date,
    period_to date,
    fields varchar[] not null,
    terms jsonb not null
);

-- GET /agreements by parties, by a partner's key.
create index agreement_within on agreement using gin (within);
create index agreement_external_keys on agreement using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index agreement_readers on agreement using gin (readers);

create table twinning (
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
    level text not null,
    since date,
    until date,
    terms jsonb not null
);

-- GET /twinnings and the review by parties.
create index twinning_within on twinning using gin (within);
create index twinning_external_keys on twinning using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index twinning_readers on twinning using gin (readers);

create table donation (
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
    on_from date not null,
    on_to date not null,
    programme text,
    terms jsonb not null
);

-- GET /donations and the review by parties.
create index donation_within on donation using gin (within);
create index donation_external_keys on donation using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index donation_readers on donation using gin (readers);
