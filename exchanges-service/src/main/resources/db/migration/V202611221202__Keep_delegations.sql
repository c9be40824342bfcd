create table delegation (
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
    sending text not null,
    receiving text not null,
    level text not null,
    status text not null,
    fields varchar[] not null,
    period_from date not null,
    period_to date not null,
    size integer not null check (size > 0),
    programme text,
    terms jsonb not null,
    report jsonb,
    transitions jsonb not null,
    check (sending <> receiving),
    check (period_to >= period_from)
);

-- GET /delegations and the counts ask by parties; a partner's system by its own key.
create index delegation_within on delegation using gin (within);
create index delegation_external_keys on delegation using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index delegation_readers on delegation using gin (readers);
-- GET /delegations?sending= and ?receiving=.
create index delegation_sending on delegation (sending, id desc);
create index delegation_receiving on delegation (receiving, id desc);
-- GET /delegations?period=.
create index delegation_period on delegation (period_from, period_to);
-- GET /delegations?programme=.
create index delegation_programme on delegation (programme, id desc) where programme is not null;
