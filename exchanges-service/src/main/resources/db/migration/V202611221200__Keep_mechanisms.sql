create table mechanism (
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
    level text not null,
    title jsonb not null,
    recurrence text,
    session_window text,
    since date,
    until date,
    terms jsonb not null,
    check (until is null or since is null or until >= since)
);

-- GET /mechanisms and the review ask by parties; a partner's system by its own key.
create index mechanism_within on mechanism using gin (within);
create index mechanism_external_keys on mechanism using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index mechanism_readers on mechanism using gin (readers);
