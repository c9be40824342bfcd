create table meeting (
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
    level text,
    status text not null,
    mechanism uuid references mechanism,
    start_on date,
    fields varchar[] not null,
    programme text,
    terms jsonb not null
);

-- GET /meetings and the counts ask by parties; a partner's system by its own key.
create index meeting_within on meeting using gin (within);
create index meeting_external_keys on meeting using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index meeting_readers on meeting using gin (readers);
-- GET /mechanisms/{id}/compliance and GET /meetings?mechanism=.
create index meeting_mechanism on meeting (mechanism, start_on) where mechanism is not null;
-- GET /meetings?period=.
create index meeting_start_on on meeting (start_on);
-- GET /meetings?programme=.
create index meeting_programme on meeting (programme, id desc) where programme is not null;
